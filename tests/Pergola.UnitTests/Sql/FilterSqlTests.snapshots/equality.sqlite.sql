-- {"name":"Ann","age":null,"score.$ne":5,"active":true,"nick":{"$not":"x"},"bio.$is":null}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."name" = ?1) AND (t."age" IS NULL) AND ((t."score" <> ?2 OR t."score" IS NULL))) AND ((t."active" = ?3) AND (t."nick" <> ?4) AND (t."bio" IS NULL)))
--   1: String 'Ann'
--   2: Int64 5
--   3: Boolean True
--   4: String 'x'
