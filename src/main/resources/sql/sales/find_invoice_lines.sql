-- The lines of invoices that come again with other content, one row per product.
SELECT l.invoice_id AS document_id, l.product_id, min(coalesce(l.raw_product_code, l.description)) AS product,
       sum(l.qty) AS quantity, min(l.unit_price_ht) AS lowest_price, max(l.unit_price_ht) AS highest_price
FROM invoice_line l
WHERE l.invoice_id = ANY (:invoices) AND l.product_id IS NOT NULL
GROUP BY l.invoice_id, l.product_id
