-- records
SELECT t."name", t."rating"::text
FROM "authors" t
ORDER BY t."id"
