-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."rating" DESC NULLS LAST, t."id"
