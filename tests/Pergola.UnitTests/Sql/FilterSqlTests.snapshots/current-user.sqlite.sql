-- {"id.$isCurrentUser":true}
-- count
SELECT count(*)
FROM "authors" t
WHERE (t."id" = ?1)
--   1: Int64 7
