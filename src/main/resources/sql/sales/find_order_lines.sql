-- The lines of orders that get a new revision, one row per product.
SELECT l.order_id AS document_id, l.product_id, min(coalesce(l.raw_product_code, l.description)) AS product,
       sum(l.qty) AS quantity, min(l.unit_price_ht) AS lowest_price, max(l.unit_price_ht) AS highest_price
FROM sales_order_line l
WHERE l.order_id = ANY (:orders)
GROUP BY l.order_id, l.product_id
