-- {"name.$empty":true,"bio.$notEmpty":true,"age.$exists":true,"secret.$notEmpty":true}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."name" = '' OR t."name" IS NULL)) AND (t."bio" IS NOT NULL) AND (t."age" IS NOT NULL) AND ((t."secret" IS NOT NULL AND t."secret" <> '')))
