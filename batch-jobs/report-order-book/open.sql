-- What is still to be delivered at the end of the period, the longest overdue first. An order that its file calls delivered or invoiced is done.
SELECT o.order_no, c.party_code, c.name AS customer, o.order_date, d.wanted_on, p.product_code, p.name AS product_name, d.ordered,
       least(d.delivered, d.ordered) AS delivered, greatest(d.ordered - d.delivered, 0) AS remaining, p.base_uom,
       CASE WHEN d.ordered > 0 THEN round(d.ht * greatest(d.ordered - d.delivered, 0) / d.ordered, 2) ELSE d.ht END AS remaining_ht,
       CASE WHEN d.wanted_on < :until::date - 1 THEN :until::date - 1 - d.wanted_on END AS days_late, o.status
FROM order_delivery_at(:until::date - 1, :zone) d
JOIN sales_order o USING (order_id) JOIN party c ON c.party_id = o.customer_id JOIN product p USING (product_id)
WHERE o.status NOT IN ('DELIVERED', 'INVOICED') AND (d.delivered IS NULL OR d.ordered IS NULL OR d.delivered < d.ordered)
ORDER BY d.wanted_on NULLS LAST, o.order_no, p.product_code
