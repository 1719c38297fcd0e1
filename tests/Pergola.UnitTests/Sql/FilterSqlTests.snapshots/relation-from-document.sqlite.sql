-- {"author.extra.a.b":1}
-- count
SELECT count(*)
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
WHERE ((pergola_json_number(t1."extra", ?1)) = ?2)
--   1: Text '["a","b"]'
--   2: Double 1
