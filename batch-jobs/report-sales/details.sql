-- Each product with each customer.
SELECT o.product_type, o.product_code, coalesce(o.name, '–') AS name, c.customer_type, c.party_code, c.name AS customer, c.wilaya, n.qty, o.base_uom,
       n.kg, n.sold, n.credited, n.net, CASE WHEN n.gross > 0 THEN 1 - n.net / n.gross END AS discount,
       CASE WHEN n.kg > 0 THEN n.net / n.kg END AS price_kg, n.before, n.year_before, n.net - n.cost AS margin
FROM sales_of_month(:month_from::date, :zone) n
JOIN party c ON c.party_id = n.receiver_id LEFT JOIN product o USING (product_id)
ORDER BY o.product_type, o.product_code, n.product_id, n.net DESC, c.party_code
