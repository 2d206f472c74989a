-- The current revision of orders that a file cancels by their number, line by line; a discount as it was given.
SELECT o.order_no, o.order_no_norm, o.content_hash, o.order_date, o.requested_date, p.party_code, p.name AS party_name,
       o.customer_ref, o.salesperson, o.note, o.decl_total_ht AS decl_ht, o.decl_total_ttc AS decl_ttc, l.line_no,
       r.product_code, l.description, l.qty, l.uom_code, l.unit_price_ht AS price,
       nullif(l.discount_pct, 0) AS discount_pct,
       CASE WHEN l.discount_pct = 0 THEN nullif(l.discount_amount, 0) END AS discount_amount,
       l.vat_rate, l.decl_line_ht, l.requested_date AS line_date
FROM sales_order o
JOIN party p ON p.party_id = o.customer_id
JOIN sales_order_line l USING (order_id)
JOIN product r USING (product_id)
WHERE o.is_current AND o.order_no_norm = ANY (:numbers)
ORDER BY o.order_id, l.line_no
