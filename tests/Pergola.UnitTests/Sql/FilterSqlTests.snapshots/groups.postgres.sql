-- {"$or":[{"age":1},{"$and":[{"age":2},{"name":"b"}]},{"$not":{"age":3,"name":"c"}}]}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((t."age" = $1) OR ((t."age" = $2) AND (t."name" = $3)) OR NOT (((t."age" = $4) AND (t."name" = $5))))
--   1: Int32 1
--   2: Int32 2
--   3: String 'b'
--   4: Int32 3
--   5: String 'c'
