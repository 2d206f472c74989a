WITH d AS MATERIALIZED (
  SELECT d.*, o.status FROM order_delivery_at(:until::date - 1, :zone) d JOIN sales_order o USING (order_id)),
due AS (
  SELECT order_id, bool_and(in_time >= ordered) AS otif,
         bool_and(in_time >= ordered) IS NOT TRUE AND sum(delivered) = 0 AND status IN ('DELIVERED', 'INVOICED') AS untold
  FROM d WHERE wanted_on >= :from AND wanted_on < :until GROUP BY order_id, status),
open AS (
  SELECT order_id, CASE WHEN ordered > 0 THEN round(ht * greatest(ordered - delivered, 0) / ordered, 2) ELSE ht END AS ht,
         wanted_on < :until::date - 1 AS late
  FROM d WHERE status NOT IN ('DELIVERED', 'INVOICED') AND (delivered IS NULL OR ordered IS NULL OR delivered < ordered)),
service AS (
  SELECT count(*) AS due, count(*) FILTER (WHERE otif) AS otif, count(*) FILTER (WHERE untold) AS untold,
         (count(*) FILTER (WHERE otif))::numeric / nullif(count(*) FILTER (WHERE NOT untold), 0) AS rate
  FROM due),
book AS (
  SELECT count(DISTINCT order_id) AS open_orders, count(*) AS open_lines, coalesce(sum(ht), 0) AS open_ht,
         count(*) FILTER (WHERE late) AS late_lines, coalesce(sum(ht) FILTER (WHERE late), 0) AS late_ht
  FROM open)
SELECT :from::date AS first_day, :until::date - 1 AS last_day, b.open_orders, b.open_lines, b.open_ht, b.late_lines, b.late_ht, s.due, s.otif, s.untold, s.rate, 0 AS control
FROM service s CROSS JOIN book b
