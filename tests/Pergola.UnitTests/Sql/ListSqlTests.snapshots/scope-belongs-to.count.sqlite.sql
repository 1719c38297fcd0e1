-- count
SELECT count(*)
FROM "authors" t
WHERE t."id" = (SELECT "authorId"
FROM "books"
WHERE "id" = ?1)
--   1: Int64 5
