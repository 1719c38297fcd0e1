-- count
SELECT count(*)
FROM "books" t
WHERE t."authorId" = ?1
--   1: Int64 5
