-- count
SELECT count(*)
FROM "authors" t
WHERE t."nick" = (SELECT "publisherNick"
FROM "books"
WHERE "id" = ?1)
--   1: Int64 5
