-- count
SELECT count(*)
FROM "groups" t
WHERE ((t."parentId" IS NULL) AND t."id" IN (WITH RECURSIVE branch(k, n) AS (SELECT m."id", m."parentId"
FROM "groups" m
LEFT JOIN "authors" m1 ON m1."id" = m."ownerId"
WHERE (((m."name" ILIKE $1)) AND (m1."name" = $2))
UNION SELECT p."id", p."parentId"
FROM branch
JOIN "groups" p ON p."id" = branch.n) SELECT k
FROM branch))
--   1: Text '%a%'
--   2: String 'Ann'
