-- {"name.$regexp":"^A","bio.$notIRegexp":"b$"}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((pergola_matches(t."name", ?1)) AND (NOT (pergola_imatches(t."bio", ?2))))
--   1: Text '^A'
--   2: Text 'b$'
