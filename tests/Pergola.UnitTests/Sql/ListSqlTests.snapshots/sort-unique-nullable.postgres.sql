-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."nick" NULLS LAST, t."age" NULLS LAST, t."id"
