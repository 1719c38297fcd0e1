-- {"labels.name":"red"}
-- count
SELECT count(*)
FROM "stock" t
WHERE (t."shop", t."sku") IN (SELECT tf."shop", tf."sku"
FROM "stock" tf
LEFT JOIN "labels" tf1 ON tf1."shop" = tf."shop"
WHERE (tf1."name" = ?1))
--   1: String 'red'
