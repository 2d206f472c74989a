-- Each product that moved, lies there or once moved without a known cost (the summary counts those movements too), at its weighted average cost (value is the state, domain notes §5.2); accounts of the SCF.
SELECT CASE o.product_type WHEN 'MP' THEN '31' WHEN 'SF' THEN '33' WHEN 'PF' THEN '35' ELSE '32' END AS account, o.product_type, o.product_code, o.name,
       o.base_uom, m.opening_qty, m.in_qty, m.out_qty, m.qty, m.opening_qty + m.in_qty + m.out_qty - m.qty AS control,
       m.opening_value, m.in_value, m.out_value, m.value, CASE WHEN m.qty > 0 AND m.value >= 0 THEN m.value / m.qty END AS unit_cost, r.price,
       CASE WHEN m.qty > 0 AND m.value > m.qty * r.price THEN round(m.value - m.qty * r.price, 2) END AS impairment,
       m.last_entry, (:month_to::date - 1) - m.last_move AS days_still, m.unknown
FROM (
  SELECT product_id,
         coalesce(sum(qty_base) FILTER (WHERE effective_at < a.from_at), 0) AS opening_qty,
         coalesce(sum(qty_base) FILTER (WHERE effective_at >= a.from_at AND incoming), 0) AS in_qty,
         coalesce(sum(qty_base) FILTER (WHERE effective_at >= a.from_at AND NOT incoming), 0) AS out_qty,
         sum(qty_base) AS qty,
         coalesce(sum(value) FILTER (WHERE effective_at < a.from_at), 0) AS opening_value,
         coalesce(sum(value) FILTER (WHERE effective_at >= a.from_at AND incoming), 0) AS in_value,
         coalesce(sum(value) FILTER (WHERE effective_at >= a.from_at AND NOT incoming), 0) AS out_value,
         sum(value) AS value, sum(unknown) AS unknown,
         max((effective_at AT TIME ZONE :zone)::date) FILTER (WHERE qty_base > 0) AS last_entry, max((effective_at AT TIME ZONE :zone)::date) FILTER (WHERE qty_base <> 0) AS last_move
  FROM v_stock_worth
  CROSS JOIN (SELECT :month_from::timestamp AT TIME ZONE :zone AS from_at, :month_to::timestamp AT TIME ZONE :zone AS to_at) a
  WHERE effective_at < a.to_at
  GROUP BY product_id) m
JOIN product o USING (product_id)
LEFT JOIN net_price((:month_to::date - interval '3 months')::date, :month_to::date) r USING (product_id)
WHERE m.qty <> 0 OR m.value <> 0 OR m.in_qty <> 0 OR m.out_qty <> 0 OR m.unknown > 0
ORDER BY 1, o.product_code
