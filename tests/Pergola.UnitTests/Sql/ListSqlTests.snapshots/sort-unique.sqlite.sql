-- records
SELECT t."id"
FROM "authors" t
ORDER BY t."email"
