-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."id"
-- books
SELECT t."id", t."authorId"
FROM "books" t
WHERE t."authorId" = ANY($1)
ORDER BY t."pages" DESC NULLS LAST, t."title" NULLS LAST, t."id"
--   1: Int64 [1, 2]
-- books.labels
SELECT t."id", t."name", t."shop", "through"."bookId", "through"."labelId", "through"."remark"
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" = ANY($1)
ORDER BY t."id"
--   1: Int64 [1, 2]
