-- records
SELECT t."title", t."id"
FROM "books" t
ORDER BY t."id"
-- labels
SELECT t."name", "through"."bookId"
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" = ANY($1)
ORDER BY t."id"
--   1: Int64 [1, 2]
