-- {"name.$col":"nick","age.$col":"score","rating.$col":"rating"}
-- count
SELECT count(*)
FROM "authors" t
WHERE ((t."name" = t."nick") AND (t."age" = t."score") AND (t."rating" = t."rating"))
