-- records
SELECT t."id"
FROM "groups" t
ORDER BY t."id"
-- children and what follows
WITH RECURSIVE chain(k) AS (SELECT c."id"
FROM "groups" c
WHERE c."parentId" IN (SELECT value
FROM json_each(?1))
UNION SELECT c."id"
FROM chain
JOIN "groups" p ON p."id" = chain.k
JOIN "groups" c ON c."parentId" = p."id") SELECT t."id", t."name", t."ownerId", t."parentId"
FROM "groups" t
WHERE t."id" IN (SELECT k
FROM chain)
ORDER BY t."name" DESC NULLS LAST, t."id"
--   1: Int64 [1, 2]
