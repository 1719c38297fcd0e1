-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."name", t."id"
LIMIT ?1 OFFSET ?2
--   1: Int64 9223372036854775807
--   2: Int64 5
