-- {"namesake.age":5}
-- count
SELECT count(*)
FROM "books" t
WHERE t."id" IN (SELECT tf."id"
FROM "books" tf
LEFT JOIN "authors" tf1 ON tf1."name" = tf."authorName"
WHERE (tf1."age" = ?1))
--   1: Int32 5
