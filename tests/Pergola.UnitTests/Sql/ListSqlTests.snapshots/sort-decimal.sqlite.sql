-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."rating" COLLATE PERGOLA_DECIMAL DESC NULLS LAST, t."id"
