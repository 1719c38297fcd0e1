-- {"age":{"$gt":1,"$lte":1.5},"rating.$gte":"2.50","weight.$lt":3,"born.$between":["2024-01-01","2024-12-31"]}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."age" > ?1) AND (t."age" <= ?2)) AND (t."rating" COLLATE PERGOLA_DECIMAL >= ?3) AND (t."weight" < ?4) AND ((t."born" >= ?5 AND t."born" <= ?6)))
--   1: Int32 1
--   2: Double 1.5
--   3: Decimal '2.50'
--   4: Double 3
--   5: Date 2024-01-01
--   6: Date 2024-12-31
