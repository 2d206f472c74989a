-- What the lines of invoices that come again say besides quantity and price, one row per product; parts by the unit
-- separator, empty where nothing is said.
SELECT l.invoice_id AS document_id, l.product_id, sum(l.line_ht) AS line_ht,
       string_agg(DISTINCT l.vat_rate::text, E'\x1f') AS vat_rates,
       coalesce(string_agg(DISTINCT l.uom_code, E'\x1f'), '') AS uoms,
       coalesce(string_agg(DISTINCT l.lot_code, E'\x1f'), '') AS lots,
       string_agg(DISTINCT l.description, E'\x1f') AS descriptions
FROM invoice_line l
WHERE l.invoice_id = ANY (:invoices) AND l.product_id IS NOT NULL
GROUP BY l.invoice_id, l.product_id
