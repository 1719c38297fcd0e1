-- {"age":[1,2],"name.$in":["a","b"],"score.$notIn":[7],"rating.$in":["1.5",2],"weight.$in":[],"token.$in":["6f9619ff-8b86-d011-b42d-00c04fc964ff"]}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."age" = ANY($1)) AND (t."name" = ANY($2)) AND ((NOT (t."score" = ANY($3)) OR t."score" IS NULL))) AND ((t."rating" = ANY($4::numeric[])) AND (1 = 0) AND (t."token" = ANY($5))))
--   1: Int32 [1, 2]
--   2: String ['a', 'b']
--   3: Int64 [7]
--   4: Decimal ['1.5', '2']
--   5: Uuid [6f9619ff-8b86-d011-b42d-00c04fc964ff]
