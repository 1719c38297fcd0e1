-- {"measures":[{"field":"id","aggregation":"count"},{"field":"age","aggregation":"sum","alias":"s"},{"field":"rating","aggregation":"avg","alias":"a"},{"field":"rating","aggregation":"min","alias":"l"},{"field":"joined","aggregation":"max","alias":"g"}]}
SELECT CAST(count(t."id") AS TEXT), CAST(pergola_sum(t."age") AS TEXT), CAST(avg(CAST(t."rating" AS REAL)) AS TEXT), CAST(min(t."rating" COLLATE PERGOLA_DECIMAL) AS TEXT), max(t."joined")
FROM "authors" t
