-- {"profile.a.b":"x","extra.n.$gt":5,"extra.list.0":"y","extra.$contains":{"a":1}}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((((t."profile" #>> ARRAY[$1, $2]::text[])) = $3) AND (((CASE WHEN jsonb_typeof(t."extra" #> ARRAY[$4]::text[]) = 'number' THEN (t."extra" #>> ARRAY[$5]::text[])::double precision END)) > $6) AND (((t."extra" #>> ARRAY[$7, $8]::text[])) = $9) AND ((t."extra" @> $10::jsonb)))
--   1: Text 'a'
--   2: Text 'b'
--   3: Text 'x'
--   4: Text 'n'
--   5: Text 'n'
--   6: Double 5
--   7: Text 'list'
--   8: Text '0'
--   9: Text 'y'
--   10: Text '{"a":1}'
