-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."name", t."id"
LIMIT $1
--   1: Int64 20
