-- records
SELECT t."id"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
LEFT JOIN "authors" t2 ON t2."nick" = t."publisherNick"
ORDER BY t1."name" NULLS LAST, t2."email" DESC NULLS LAST, t."id"
