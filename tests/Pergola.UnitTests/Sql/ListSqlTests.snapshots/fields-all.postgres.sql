-- records
SELECT t."id", t."name", t."email", t."nick", t."age", t."score", t."rating"::text, t."weight", t."active", t."bio", t."tags", t."levels", t."born", t."joined", t."seen", t."wakes", t."token", t."profile", t."extra", t."photo"
FROM "authors" t
ORDER BY t."id"
