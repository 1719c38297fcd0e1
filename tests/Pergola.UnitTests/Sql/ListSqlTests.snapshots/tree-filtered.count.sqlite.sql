-- count
SELECT count(*)
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
--   1: Text '%a%'
--   2: String 'Ann'
