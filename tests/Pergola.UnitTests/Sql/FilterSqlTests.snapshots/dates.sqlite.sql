-- {"joined.$dateOn":"2024-05-06","born.$dateBefore":"2024-05","seen.$dateBetween":["2024-05-01","2024-05-06"],"joined.$dateNotOn":"2024-05-06T07:08:09.123Z"}
-- count
SELECT count(*)
FROM "authors" t
WHERE (((t."joined" >= ?1 AND t."joined" < ?2)) AND ((t."born" < ?3)) AND ((t."seen" >= ?4 AND t."seen" < ?5)) AND (t."joined" <> ?6))
--   1: Instant 2024-05-06T00:00:00.000Z
--   2: Instant 2024-05-07T00:00:00.000Z
--   3: Date 2024-05-01
--   4: LocalDateTime 2024-05-01 00:00:00
--   5: LocalDateTime 2024-05-07 00:00:00
--   6: Instant 2024-05-06T07:08:09.123Z
