-- {"measures":[{"field":"age"}],"dimensions":[{"field":"rating"}],"orders":[{"field":"name"}],"filter":{"books.title":"x"},"having":{"age":{"$lt":5}}}
SELECT CAST(t."age" AS TEXT), CAST(t."rating" AS TEXT)
FROM "authors" t
WHERE t."id" IN (SELECT tf."id"
FROM "authors" tf
LEFT JOIN "books" tf1 ON tf1."authorId" = tf."id"
WHERE (tf1."title" = ?1)) AND t."age" < ?2
ORDER BY t."name" NULLS LAST, t."rating" COLLATE PERGOLA_DECIMAL NULLS LAST
LIMIT ?3 OFFSET ?4
--   1: String 'x'
--   2: Int64 5
--   3: Int64 2000
--   4: Int64 0
