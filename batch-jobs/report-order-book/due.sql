-- Orders wanted within the period: whether all of them was there, and in time.
SELECT o.order_no, c.party_code, c.name AS customer, o.order_date, min(d.wanted_on) AS wanted_on, max(d.delivered_on) AS delivered_on, count(*) AS products,
       count(*) FILTER (WHERE d.in_time >= d.ordered) AS in_time_products, count(*) FILTER (WHERE d.delivered >= d.ordered) AS full_products,
       coalesce(avg(least(d.in_time / nullif(d.ordered, 0), 1)), 0) AS in_time_rate,
       CASE WHEN bool_and(d.in_time >= d.ordered) THEN 'OTIF' WHEN bool_and(d.delivered >= d.ordered) THEN 'LATE'
            WHEN sum(d.delivered) > 0 THEN 'SHORT' WHEN o.status IN ('DELIVERED', 'INVOICED') THEN 'UNTOLD' ELSE 'NOTHING' END AS verdict
FROM order_delivery_at(:until::date - 1, :zone) d
JOIN sales_order o USING (order_id) JOIN party c ON c.party_id = o.customer_id
WHERE d.wanted_on >= :from AND d.wanted_on < :until
GROUP BY o.order_id, o.order_no, c.party_code, c.name, o.order_date, o.status
ORDER BY 5, o.order_no
