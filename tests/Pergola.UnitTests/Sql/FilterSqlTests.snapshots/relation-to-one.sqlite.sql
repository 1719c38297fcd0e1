-- {"author.name":"Ann","publisher.email":"a@b"}
-- count
SELECT count(*)
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
LEFT JOIN "authors" t2 ON t2."nick" = t."publisherNick"
WHERE ((t1."name" = ?1) AND (t2."email" = ?2))
--   1: String 'Ann'
--   2: String 'a@b'
