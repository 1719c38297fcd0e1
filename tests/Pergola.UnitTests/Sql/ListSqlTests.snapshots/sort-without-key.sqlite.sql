-- records
SELECT t."text"
FROM "logs" t
