-- {"measures":[{"field":"id","aggregation":"count","alias":"n"},{"field":"rating","aggregation":"sum","alias":"s"},{"field":"rating","aggregation":"max","alias":"g"}],"dimensions":[{"field":"name"},{"field":"joined"},{"field":"rating"},{"field":"joined","format":"YYYY","alias":"y"}],"filter":{"age.$gt":5},"having":{"n":{"$gt":1,"$lte":9},"$and":[{"s":2.5},{"g":{"$lt":9}}],"name":{"$ne":"x"},"joined":{"$gte":"2024-05-06T00:00:00.000Z"},"rating":{"$gt":1.5},"y":"2024"}}
SELECT CAST(count(t."id") AS TEXT), CAST(pergola_sum(t."rating") AS TEXT), CAST(max(t."rating" COLLATE PERGOLA_DECIMAL) AS TEXT), t."name", t."joined", CAST(t."rating" AS TEXT), strftime('%Y', t."joined", '-210 minutes')
FROM "authors" t
WHERE (t."age" > ?1)
GROUP BY t."name", t."joined", t."rating", strftime('%Y', t."joined", '-210 minutes')
HAVING count(t."id") > ?2 AND count(t."id") <= ?3 AND CAST(pergola_sum(t."rating") AS REAL) = ?4 AND CAST(max(t."rating" COLLATE PERGOLA_DECIMAL) AS REAL) < ?5 AND t."name" <> ?6 AND t."joined" >= ?7 AND t."rating" COLLATE PERGOLA_DECIMAL > ?8 AND strftime('%Y', t."joined", '-210 minutes') = ?9
ORDER BY t."name" NULLS LAST, t."joined" NULLS LAST, t."rating" COLLATE PERGOLA_DECIMAL NULLS LAST, strftime('%Y', t."joined", '-210 minutes') NULLS LAST
LIMIT ?10 OFFSET ?11
--   1: Int32 5
--   2: Double 1
--   3: Double 9
--   4: Double 2.5
--   5: Double 9
--   6: String 'x'
--   7: Instant 2024-05-06T00:00:00.000Z
--   8: Decimal '1.5'
--   9: Text '2024'
--   10: Int64 2000
--   11: Int64 0
