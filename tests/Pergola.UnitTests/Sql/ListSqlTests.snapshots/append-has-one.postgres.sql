-- records
SELECT t."name", t."id"
FROM "authors" t
ORDER BY t."id"
-- address
SELECT t."id", t."city", t."authorId"
FROM "addresses" t
WHERE t."authorId" = ANY($1)
ORDER BY t."id"
--   1: Int64 [1, 2]
