-- What the lines of orders that come again say besides quantity and price, one row per product; parts by the unit
-- separator, empty where nothing is said.
SELECT l.order_id AS document_id, l.product_id, sum(l.line_ht) AS line_ht,
       string_agg(DISTINCT l.vat_rate::text, E'\x1f') AS vat_rates,
       coalesce(string_agg(DISTINCT l.uom_code, E'\x1f'), '') AS uoms,
       '' AS lots,
       coalesce(string_agg(DISTINCT l.description, E'\x1f'), '') AS descriptions
FROM sales_order_line l
WHERE l.order_id = ANY (:orders)
GROUP BY l.order_id, l.product_id
