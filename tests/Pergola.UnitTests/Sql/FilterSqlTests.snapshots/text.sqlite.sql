-- {"name":{"$includes":"50%_"},"bio.$startsWith":["a","b"],"nick.$notEndWith":"z","age.$includes":"4","email.$like":"%@x","name.$iLike":"A%"}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((((pergola_ilike(t."name", ?1))) AND ((pergola_ilike(t."bio", ?2) OR pergola_ilike(t."bio", ?3))) AND (NOT ((pergola_ilike(t."nick", ?4))))) AND (((pergola_ilike(CAST(t."age" AS TEXT), ?5))) AND (pergola_like(t."email", ?6)) AND (pergola_ilike(t."name", ?7))))
--   1: Text '%50\%\_%'
--   2: Text 'a%'
--   3: Text 'b%'
--   4: Text '%z'
--   5: Text '%4%'
--   6: Text '%@x'
--   7: Text 'A%'
