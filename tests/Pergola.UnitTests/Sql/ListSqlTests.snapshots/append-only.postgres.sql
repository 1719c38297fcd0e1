-- records
SELECT t."id"
FROM "books" t
ORDER BY t."id"
-- chapters
SELECT t."id", t."heading", t."bookId"
FROM "chapters" t
WHERE t."bookId" = ANY($1)
ORDER BY t."bookIdSort" NULLS LAST, t."id"
--   1: Int64 [1, 2]
