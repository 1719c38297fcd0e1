-- {"name.$regexp":"^A","bio.$notIRegexp":"b$"}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((t."name" ~ $1) AND (NOT (t."bio" ~* $2)))
--   1: Text '^A'
--   2: Text 'b$'
