-- records
SELECT t1."name", t1."id"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
ORDER BY t."id"
-- address
SELECT t."city", t."authorId"
FROM "addresses" t
WHERE t."authorId" IN (SELECT value
FROM json_each(?1))
ORDER BY t."id"
--   1: Int64 [1, 2]
