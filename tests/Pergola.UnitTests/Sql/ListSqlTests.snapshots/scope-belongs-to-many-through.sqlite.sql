-- records
SELECT t."id", "through"."bookId", "through"."labelId", "through"."remark"
FROM "labels" t
JOIN "bookLabels" "through" ON "through"."labelId" = t."id"
WHERE "through"."bookId" = ?1
ORDER BY t."id"
--   1: Int64 5
