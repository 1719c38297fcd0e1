-- {"profile.a.b":"x","extra.n.$gt":5,"extra.list.0":"y","extra.$contains":{"a":1}}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((pergola_json_text(t."profile", ?1)) = ?2) AND ((pergola_json_number(t."extra", ?3)) > ?4) AND ((pergola_json_text(t."extra", ?5)) = ?6) AND (pergola_json_contains(t."extra", ?7)))
--   1: Text '["a","b"]'
--   2: Text 'x'
--   3: Text '["n"]'
--   4: Double 5
--   5: Text '["list","0"]'
--   6: Text 'y'
--   7: Text '{"a":1}'
