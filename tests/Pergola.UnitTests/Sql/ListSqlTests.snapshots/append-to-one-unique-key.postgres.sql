-- records
SELECT t."title", t1."name", t1."nick"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."nick" = t."publisherNick"
ORDER BY t."id"
