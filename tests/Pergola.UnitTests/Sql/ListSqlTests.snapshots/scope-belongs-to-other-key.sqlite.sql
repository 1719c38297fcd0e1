-- records
SELECT t."id"
FROM "authors" t
WHERE t."nick" = (SELECT "publisherNick"
FROM "books"
WHERE "id" = ?1)
ORDER BY t."id"
--   1: Int64 5
