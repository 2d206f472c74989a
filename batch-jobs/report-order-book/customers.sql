-- Service by customer: orders wanted within the period, and how many of them were whole and in time. What nobody says was delivered is not judged.
WITH judged AS (
  SELECT o.customer_id, o.order_id, bool_and(d.in_time >= d.ordered) AS otif,
         bool_and(d.in_time >= d.ordered) IS NOT TRUE AND sum(d.delivered) = 0 AND o.status IN ('DELIVERED', 'INVOICED') AS untold
  FROM order_delivery_at(:until::date - 1, :zone) d JOIN sales_order o USING (order_id)
  WHERE d.wanted_on >= :from AND d.wanted_on < :until
  GROUP BY 1, 2, o.status)
SELECT c.party_code, c.name AS customer, count(*) AS orders, count(*) FILTER (WHERE otif) AS otif, count(*) FILTER (WHERE untold) AS untold,
       (count(*) FILTER (WHERE otif))::numeric / nullif(count(*) FILTER (WHERE NOT untold), 0) AS rate
FROM judged JOIN party c ON c.party_id = customer_id
GROUP BY 1, 2 ORDER BY 6 NULLS LAST, 3 DESC, 1
