-- {"tags":{"$match":["a","b"],"$anyOf":["c"]},"levels.$noneOf":["x"],"$or":[{"tags.$arrayEmpty":true},{"levels.$notEmpty":true}]}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((((t."tags" @> $1::jsonb AND t."tags" <@ $1::jsonb)) AND ((t."tags" @> ANY(ARRAY(SELECT jsonb_build_array(e)
FROM jsonb_array_elements($2::jsonb) e))))) AND ((NOT ((t."levels" @> ANY(ARRAY(SELECT jsonb_build_array(e)
FROM jsonb_array_elements($3::jsonb) e)))) OR t."levels" IS NULL)) AND (((COALESCE(t."tags" = '[]'::jsonb, false) OR t."tags" IS NULL)) OR ((t."levels" IS NOT NULL AND NOT (COALESCE(t."levels" = '[]'::jsonb, false))))))
--   1: Text '["a","b"]'
--   2: Text '["c"]'
--   3: Text '["x"]'
