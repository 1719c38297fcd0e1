-- {"$not":{"labels.name":"red"},"author.age.$gt":5}
-- count
SELECT count(*)
FROM "books" t
WHERE t."id" IN (SELECT tf."id"
FROM "books" tf
LEFT JOIN "bookLabels" tf1t ON tf1t."bookId" = tf."id"
LEFT JOIN "labels" tf1 ON tf1."id" = tf1t."labelId"
LEFT JOIN "authors" tf2 ON tf2."id" = tf."authorId"
WHERE (NOT ((tf1."name" = ?1)) AND (tf2."age" > ?2)))
--   1: String 'red'
--   2: Int32 5
