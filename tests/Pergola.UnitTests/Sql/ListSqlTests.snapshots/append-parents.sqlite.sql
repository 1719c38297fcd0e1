-- records
SELECT t."id", t."name", t."ownerId", t."parentId"
FROM "groups" t
ORDER BY t."id"
-- parent and what follows
WITH RECURSIVE chain(k, n) AS (SELECT c."id", c."parentId"
FROM "groups" c
WHERE c."id" IN (SELECT value
FROM json_each(?1))
UNION SELECT c."id", c."parentId"
FROM chain
JOIN "groups" c ON c."id" = chain.n) SELECT t."id", t."ownerId", t."parentId", t1."id", t1."name", t1."email", t1."nick", t1."age", t1."score", t1."rating", t1."weight", t1."active", t1."bio", t1."tags", t1."levels", t1."born", t1."joined", t1."seen", t1."wakes", t1."token", t1."profile", t1."extra", t1."photo"
FROM "groups" t
LEFT JOIN "authors" t1 ON t1."id" = t."ownerId"
WHERE t."id" IN (SELECT k
FROM chain)
ORDER BY t."id"
--   1: Int64 [1, 2]
