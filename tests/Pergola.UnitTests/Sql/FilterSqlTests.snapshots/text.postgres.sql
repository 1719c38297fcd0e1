-- {"name":{"$includes":"50%_"},"bio.$startsWith":["a","b"],"nick.$notEndWith":"z","age.$includes":"4","email.$like":"%@x","name.$iLike":"A%"}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((((t."name" ILIKE $1)) AND ((t."bio" ILIKE $2 OR t."bio" ILIKE $3)) AND (NOT ((t."nick" ILIKE $4)))) AND (((CAST(t."age" AS text) ILIKE $5)) AND (t."email" LIKE $6) AND (t."name" ILIKE $7)))
--   1: Text '%50\%\_%'
--   2: Text 'a%'
--   3: Text 'b%'
--   4: Text '%z'
--   5: Text '%4%'
--   6: Text '%@x'
--   7: Text 'A%'
