-- records
SELECT t."name", t."id"
FROM "authors" t
ORDER BY t."id"
-- books
SELECT t."id", t."title", t."pages", t."authorId", t."publisherNick", t."authorName", t1."id", t1."name", t1."email", t1."nick", t1."age", t1."score", t1."rating", t1."weight", t1."active", t1."bio", t1."tags", t1."levels", t1."born", t1."joined", t1."seen", t1."wakes", t1."token", t1."profile", t1."extra", t1."photo"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
WHERE t."authorId" IN (SELECT value
FROM json_each(?1))
ORDER BY t."pages" DESC NULLS LAST, t."title" NULLS LAST, t."id"
--   1: Int64 [1, 2]
-- books.labels
SELECT t."id", t."name", t."shop", "through"."bookId", "through"."labelId", "through"."remark"
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" IN (SELECT value
FROM json_each(?1))
ORDER BY t."id"
--   1: Int64 [1, 2]
