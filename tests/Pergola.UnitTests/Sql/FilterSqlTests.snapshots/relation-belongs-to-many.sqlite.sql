-- {"labels.name":["red","blue"]}
-- count
SELECT count(*)
FROM "books" t
WHERE t."id" IN (SELECT tf."id"
FROM "books" tf
LEFT JOIN "bookLabels" tf1t ON tf1t."bookId" = tf."id"
LEFT JOIN "labels" tf1 ON tf1."id" = tf1t."labelId"
WHERE (tf1."name" IN (SELECT value
FROM json_each(?1))))
--   1: String ['red', 'blue']
