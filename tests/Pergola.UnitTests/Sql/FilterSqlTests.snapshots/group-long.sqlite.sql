-- {"$or":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5},{"id":6},{"id":7}]}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."id" = ?1) OR (t."id" = ?2) OR (t."id" = ?3)) OR ((t."id" = ?4) OR (t."id" = ?5) OR (t."id" = ?6) OR (t."id" = ?7)))
--   1: Int64 1
--   2: Int64 2
--   3: Int64 3
--   4: Int64 4
--   5: Int64 5
--   6: Int64 6
--   7: Int64 7
