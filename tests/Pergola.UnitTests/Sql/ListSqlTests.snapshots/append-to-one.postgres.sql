-- records
SELECT t."title", t1."id", t1."name", t1."email", t1."nick", t1."age", t1."score", t1."rating"::text, t1."weight", t1."active", t1."bio", t1."tags", t1."levels", t1."born", t1."joined", t1."seen", t1."wakes", t1."token", t1."profile", t1."extra", t1."photo"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
ORDER BY t."id"
