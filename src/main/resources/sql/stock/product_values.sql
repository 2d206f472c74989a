-- Quantity and value of each product in the whole company, and what its unit cost last was.
SELECT p.product_id, coalesce(s.qty, 0) AS qty, coalesce(s.value, 0) AS value, last.unit_cost
FROM unnest(:products::bigint[]) AS p (product_id)
LEFT JOIN LATERAL (
  SELECT sum(w.valued_qty) AS qty, sum(w.value) AS value FROM v_stock_worth w WHERE w.product_id = p.product_id) s ON true
LEFT JOIN LATERAL (
  SELECT m.unit_cost FROM v_movement_in_force m
  WHERE m.product_id = p.product_id AND m.unit_cost IS NOT NULL
  ORDER BY m.movement_id DESC LIMIT 1) last ON true
