-- {"measures":[{"field":"name","aggregation":"count","distinct":true},{"field":"rating","aggregation":"sum","distinct":true}]}
SELECT CAST(count(DISTINCT t."name") AS text), CAST(sum(DISTINCT t."rating") AS text)
FROM "authors" t
