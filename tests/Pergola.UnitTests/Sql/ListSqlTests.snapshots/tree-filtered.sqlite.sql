-- records
SELECT t."name", t."id"
FROM "groups" t
WHERE ((t."parentId" IS NULL) AND t."id" IN (WITH RECURSIVE branch(k) AS (SELECT m."id"
FROM "groups" m
LEFT JOIN "authors" m1 ON m1."id" = m."ownerId"
WHERE (((pergola_ilike(m."name", ?1))) AND (m1."name" = ?2))
UNION SELECT p."id"
FROM branch
JOIN "groups" n ON n."id" = branch.k
JOIN "groups" p ON p."id" = n."parentId") SELECT k
FROM branch))
ORDER BY t."id"
--   1: Text '%a%'
--   2: String 'Ann'
-- children and what follows
WITH RECURSIVE chain(k) AS (SELECT c."id"
FROM "groups" c
WHERE c."parentId" IN (SELECT value
FROM json_each(?1)) AND c."id" IN (WITH RECURSIVE branch(k) AS (SELECT m."id"
FROM "groups" m
LEFT JOIN "authors" m1 ON m1."id" = m."ownerId"
WHERE (((pergola_ilike(m."name", ?2))) AND (m1."name" = ?3))
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
LEFT JOIN "authors" m1 ON m1."id" = m."ownerId"
WHERE (((pergola_ilike(m."name", ?4))) AND (m1."name" = ?5))
UNION SELECT p."id"
FROM branch
JOIN "groups" n ON n."id" = branch.k
JOIN "groups" p ON p."id" = n."parentId") SELECT k
FROM branch)) SELECT t."id", t."name", t."parentId"
FROM "groups" t
WHERE t."id" IN (SELECT k
FROM chain)
ORDER BY t."id"
--   1: Int64 [1, 2]
--   2: Text '%a%'
--   3: String 'Ann'
--   4: Text '%a%'
--   5: String 'Ann'
