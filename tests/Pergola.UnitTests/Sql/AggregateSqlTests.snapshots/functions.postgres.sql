-- {"measures":[{"field":"id","aggregation":"count"},{"field":"age","aggregation":"sum","alias":"s"},{"field":"rating","aggregation":"avg","alias":"a"},{"field":"rating","aggregation":"min","alias":"l"},{"field":"joined","aggregation":"max","alias":"g"}]}
SELECT CAST(count(t."id") AS text), CAST(sum(t."age") AS text), CAST(avg(t."rating") AS text), CAST(min(t."rating") AS text), max(t."joined")
FROM "authors" t
