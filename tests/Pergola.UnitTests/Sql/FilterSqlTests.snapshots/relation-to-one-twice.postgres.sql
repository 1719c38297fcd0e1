-- {"author.name":"Ann","$not":{"author":{"age":{"$gt":5}}}}
-- count
SELECT count(*)
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
WHERE ((t1."name" = $1) AND NOT ((t1."age" > $2)))
--   1: String 'Ann'
--   2: Int32 5
