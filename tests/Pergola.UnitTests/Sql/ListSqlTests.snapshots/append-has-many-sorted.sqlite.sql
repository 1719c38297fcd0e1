-- records
SELECT t."name", t."id"
FROM "authors" t
ORDER BY t."id"
-- books
SELECT t."id", t."title", t."pages", t."authorId", t."publisherNick", t."authorName"
FROM "books" t
WHERE t."authorId" IN (SELECT value
FROM json_each(?1))
ORDER BY t."title" DESC NULLS LAST, t."id"
--   1: Int64 [1, 2]
