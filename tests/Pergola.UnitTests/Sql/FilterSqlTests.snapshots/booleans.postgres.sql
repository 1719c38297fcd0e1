-- {"active.$isTruly":true,"$or":[{"active.$isFalsy":true}]}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((t."active" = $1) AND ((t."active" = $2 OR t."active" IS NULL)))
--   1: Boolean True
--   2: Boolean False
