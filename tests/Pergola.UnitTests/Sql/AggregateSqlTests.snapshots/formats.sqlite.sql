-- {"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"joined","format":"YYYY-MM-DDThh:mm:ss","alias":"a"},{"field":"born","format":"YYYY/MM","alias":"b"},{"field":"seen","format":"DD.MM.YYYY HH","alias":"c"}]}
SELECT CAST(count(t."id") AS TEXT), strftime('%Y-%m-%dT%H:%M:%S', t."joined", '-210 minutes'), strftime('%Y/%m', t."born"), strftime('%d.%m.%Y %H', t."seen")
FROM "authors" t
GROUP BY strftime('%Y-%m-%dT%H:%M:%S', t."joined", '-210 minutes'), strftime('%Y/%m', t."born"), strftime('%d.%m.%Y %H', t."seen")
ORDER BY strftime('%Y-%m-%dT%H:%M:%S', t."joined", '-210 minutes') NULLS LAST, strftime('%Y/%m', t."born") NULLS LAST, strftime('%d.%m.%Y %H', t."seen") NULLS LAST
LIMIT ?1 OFFSET ?2
--   1: Int64 2000
--   2: Int64 0
