-- count
SELECT count(*)
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" = ?1 AND t."id" IN (SELECT tf."id"
FROM "labels" tf
LEFT JOIN "bookLabels" tf1t ON tf1t."labelId" = tf."id"
LEFT JOIN "books" tf1 ON tf1."id" = tf1t."bookId"
WHERE ((tf."name" = ?2) AND (tf1."title" = ?3)))
--   1: Int64 5
--   2: String 'red'
--   3: String 'x'
