-- {"tags":{"$match":["a","b"],"$anyOf":["c"]},"levels.$noneOf":["x"],"$or":[{"tags.$arrayEmpty":true},{"levels.$notEmpty":true}]}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((((pergola_json_contains(t."tags", ?1) AND pergola_json_contains(?1, t."tags"))) AND (pergola_json_shares(t."tags", ?2))) AND ((NOT (pergola_json_shares(t."levels", ?3)) OR t."levels" IS NULL)) AND (((COALESCE(json_type(t."tags") = 'array' AND json_array_length(t."tags") = 0, 0) OR t."tags" IS NULL)) OR ((t."levels" IS NOT NULL AND NOT (COALESCE(json_type(t."levels") = 'array' AND json_array_length(t."levels") = 0, 0))))))
--   1: Text '["a","b"]'
--   2: Text '["c"]'
--   3: Text '["x"]'
