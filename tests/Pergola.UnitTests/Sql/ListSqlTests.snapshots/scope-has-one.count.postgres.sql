-- count
SELECT count(*)
FROM "addresses" t
WHERE t."authorId" = $1
--   1: Int64 5
