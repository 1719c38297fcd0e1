-- records
SELECT t."id"
FROM "groups" t
WHERE ((t."parentId" IS NULL) AND t."id" IN (WITH RECURSIVE branch(k) AS (SELECT m."id"
FROM "groups" m
WHERE m."id" IN (SELECT mf."id"
FROM "groups" mf
LEFT JOIN "authors" mf1 ON mf1."id" = mf."ownerId"
LEFT JOIN "books" mf2 ON mf2."authorId" = mf1."id"
WHERE (mf2."title" = ?1))
UNION SELECT p."id"
FROM branch
JOIN "groups" n ON n."id" = branch.k
JOIN "groups" p ON p."id" = n."parentId") SELECT k
FROM branch))
ORDER BY t."id"
--   1: String 'x'
-- children and what follows
WITH RECURSIVE chain(k) AS (SELECT c."id"
FROM "groups" c
WHERE c."parentId" IN (SELECT value
FROM json_each(?1)) AND c."id" IN (WITH RECURSIVE branch(k) AS (SELECT m."id"
FROM "groups" m
WHERE m."id" IN (SELECT mf."id"
FROM "groups" mf
LEFT JOIN "authors" mf1 ON mf1."id" = mf."ownerId"
LEFT JOIN "books" mf2 ON mf2."authorId" = mf1."id"
WHERE (mf2."title" = ?2))
UNION SELECT p."id"
FROM branch
JOIN "groups" n ON n."id" = branch.k
JOIN "groups" p ON p."id" = n."parentId") SELECT k
FROM branch)
UNION SELECT c."id"
FROM chain
JOIN "groups" p ON p."id" = chain.k
JOIN "groups" c ON c."parentId" = p."id"
WHERE 1 = 1 AND c."id" IN (WITH RECURSIVE branch(k) AS (SELECT m."id"
FROM "groups" m
WHERE m."id" IN (SELECT mf."id"
FROM "groups" mf
LEFT JOIN "authors" mf1 ON mf1."id" = mf."ownerId"
LEFT JOIN "books" mf2 ON mf2."authorId" = mf1."id"
WHERE (mf2."title" = ?3))
UNION SELECT p."id"
FROM branch
JOIN "groups" n ON n."id" = branch.k
JOIN "groups" p ON p."id" = n."parentId") SELECT k
FROM branch)) SELECT t."id", t."parentId"
FROM "groups" t
WHERE t."id" IN (SELECT k
FROM chain)
ORDER BY t."id"
--   1: Int64 [1, 2]
--   2: String 'x'
--   3: String 'x'
