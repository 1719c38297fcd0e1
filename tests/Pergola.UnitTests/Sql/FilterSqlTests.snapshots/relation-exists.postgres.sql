-- {"labels.$exists":true,"author.$notExists":true}
-- count
SELECT count(*)
FROM "books" t
WHERE t."id" IN (SELECT tf."id"
FROM "books" tf
LEFT JOIN "bookLabels" tf1t ON tf1t."bookId" = tf."id"
LEFT JOIN "labels" tf1 ON tf1."id" = tf1t."labelId"
LEFT JOIN "authors" tf2 ON tf2."id" = tf."authorId"
WHERE ((tf1."id" IS NOT NULL) AND (tf2."id" IS NULL)))
