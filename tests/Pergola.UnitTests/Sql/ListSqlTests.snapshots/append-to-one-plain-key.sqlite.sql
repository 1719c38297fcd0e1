-- records
SELECT t."title", t."authorName"
FROM "books" t
ORDER BY t."id"
-- namesake
SELECT t."name"
FROM "authors" t
WHERE t."name" IN (SELECT value
FROM json_each(?1))
ORDER BY t."id"
--   1: String ['a', 'b']
