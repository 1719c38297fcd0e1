-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."age" DESC NULLS LAST, t."name", t."id"
