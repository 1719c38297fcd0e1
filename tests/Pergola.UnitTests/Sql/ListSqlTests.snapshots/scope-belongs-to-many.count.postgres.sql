-- count
SELECT count(*)
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" = $1
--   1: Int64 5
