-- records
SELECT t."id"
FROM "addresses" t
WHERE t."authorId" = $1
ORDER BY t."id"
--   1: Int64 5
