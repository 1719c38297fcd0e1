-- records
SELECT t."id"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
ORDER BY t1."email" NULLS LAST, t."id"
