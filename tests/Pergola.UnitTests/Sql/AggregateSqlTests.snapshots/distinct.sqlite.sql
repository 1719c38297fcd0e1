-- {"measures":[{"field":"name","aggregation":"count","distinct":true},{"field":"rating","aggregation":"sum","distinct":true}]}
SELECT CAST(count(DISTINCT t."name") AS TEXT), CAST(pergola_sum(DISTINCT t."rating") AS TEXT)
FROM "authors" t
