-- {"books.title":"x","books.pages.$gt":5}
-- count
SELECT count(*)
FROM "authors" t
WHERE t."id" IN (SELECT tf."id"
FROM "authors" tf
LEFT JOIN "books" tf1 ON tf1."authorId" = tf."id"
WHERE ((tf1."title" = $1) AND (tf1."pages" > $2)))
--   1: String 'x'
--   2: Int32 5
