-- {"$or":[{"author.name":"Ann"},{"labels.name":"red"},{"title":"x"}]}
-- count
SELECT count(*)
FROM "books" t
WHERE t."id" IN (SELECT tf."id"
FROM "books" tf
LEFT JOIN "authors" tf1 ON tf1."id" = tf."authorId"
LEFT JOIN "bookLabels" tf2t ON tf2t."bookId" = tf."id"
LEFT JOIN "labels" tf2 ON tf2."id" = tf2t."labelId"
WHERE ((tf1."name" = $1) OR (tf2."name" = $2) OR (tf."title" = $3)))
--   1: String 'Ann'
--   2: String 'red'
--   3: String 'x'
