-- records
SELECT t."shop", t."sku", t."left", t."bookId"
FROM "stock" t
ORDER BY t."sku", t."shop"
