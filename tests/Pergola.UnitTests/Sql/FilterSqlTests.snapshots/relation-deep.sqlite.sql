-- {"books.labels.name.$ne":"red"}
-- count
SELECT count(*)
FROM "authors" t
WHERE t."id" IN (SELECT tf."id"
FROM "authors" tf
LEFT JOIN "books" tf1 ON tf1."authorId" = tf."id"
LEFT JOIN "bookLabels" tf2t ON tf2t."bookId" = tf1."id"
LEFT JOIN "labels" tf2 ON tf2."id" = tf2t."labelId"
WHERE ((tf2."name" <> ?1 OR tf2."name" IS NULL)))
--   1: String 'red'
