-- {"address.city":"Lund"}
-- count
SELECT count(*)
FROM "authors" t
WHERE t."id" IN (SELECT tf."id"
FROM "authors" tf
LEFT JOIN "addresses" tf1 ON tf1."authorId" = tf."id"
WHERE (tf1."city" = ?1))
--   1: String 'Lund'
