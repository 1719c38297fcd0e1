-- {"author.extra.a.b":1}
-- count
SELECT count(*)
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
WHERE (((CASE WHEN jsonb_typeof(t1."extra" #> ARRAY[$1, $2]::text[]) = 'number' THEN (t1."extra" #>> ARRAY[$3, $4]::text[])::double precision END)) = $5)
--   1: Text 'a'
--   2: Text 'b'
--   3: Text 'a'
--   4: Text 'b'
--   5: Double 1
