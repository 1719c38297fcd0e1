-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."name", t."id"
LIMIT ?1 OFFSET ?2
--   1: Int64 20
--   2: Int64 40
