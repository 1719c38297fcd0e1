-- {"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"joined","format":"YYYY-MM-DDThh:mm:ss","alias":"a"},{"field":"born","format":"YYYY/MM","alias":"b"},{"field":"seen","format":"DD.MM.YYYY HH","alias":"c"}]}
SELECT CAST(count(t."id") AS text), to_char((t."joined" AT TIME ZONE 'UTC' + interval '-210 minutes'), 'YYYY-MM-DD"T"HH24:MI:SS""'), to_char(t."born", 'YYYY/MM'), to_char(t."seen", 'DD.MM.YYYY HH24')
FROM "authors" t
GROUP BY to_char((t."joined" AT TIME ZONE 'UTC' + interval '-210 minutes'), 'YYYY-MM-DD"T"HH24:MI:SS""'), to_char(t."born", 'YYYY/MM'), to_char(t."seen", 'DD.MM.YYYY HH24')
ORDER BY to_char((t."joined" AT TIME ZONE 'UTC' + interval '-210 minutes'), 'YYYY-MM-DD"T"HH24:MI:SS""') NULLS LAST, to_char(t."born", 'YYYY/MM') NULLS LAST, to_char(t."seen", 'DD.MM.YYYY HH24') NULLS LAST
LIMIT $1 OFFSET $2
--   1: Int64 2000
--   2: Int64 0
