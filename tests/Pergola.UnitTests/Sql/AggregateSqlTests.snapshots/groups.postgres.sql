-- {"measures":[{"field":"pages","aggregation":"sum","alias":"s"}],"dimensions":[{"field":"author.name"},{"field":["publisher","email"],"alias":"p"}],"orders":[{"alias":"s","order":"desc","nulls":"first"}],"limit":5,"offset":2}
SELECT CAST(sum(t."pages") AS text), t1."name", t2."email"
FROM "books" t
LEFT JOIN "authors" t1 ON t1."id" = t."authorId"
LEFT JOIN "authors" t2 ON t2."nick" = t."publisherNick"
GROUP BY t1."name", t2."email"
ORDER BY sum(t."pages") DESC NULLS FIRST, t1."name" NULLS LAST, t2."email" NULLS LAST
LIMIT $1 OFFSET $2
--   1: Int64 5
--   2: Int64 2
