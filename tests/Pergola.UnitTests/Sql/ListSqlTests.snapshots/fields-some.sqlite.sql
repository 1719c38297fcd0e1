-- records
SELECT t."name", t."rating"
FROM "authors" t
ORDER BY t."id"
