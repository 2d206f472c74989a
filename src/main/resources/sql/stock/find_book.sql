-- What the book holds at the cut-off of each line's session, and what one unit of the product costs in the whole
-- company then; position counts from 0, lot 0 is every lot.
WITH t AS (
  SELECT * FROM unnest(:warehouses::bigint[], :products::bigint[], :lots::bigint[], :cutoffs::text[])
    WITH ORDINALITY AS t (warehouse_id, product_id, lot_id, cutoff_at, n)),
costs AS (
  SELECT d.product_id, d.cutoff_at, c.value / c.qty AS unit_cost
  FROM (SELECT DISTINCT product_id, cutoff_at FROM t) d
  JOIN LATERAL (
    SELECT sum(w.value) AS value, sum(w.valued_qty) AS qty FROM v_stock_worth w
    WHERE w.product_id = d.product_id AND w.effective_at <= d.cutoff_at::timestamptz) c
    ON c.qty > 0 AND c.value >= 0)
SELECT (t.n - 1)::int AS position, coalesce(b.qty, 0) AS qty, round(costs.unit_cost, 6) AS unit_cost
FROM t
LEFT JOIN LATERAL (
  SELECT sum(m.qty_base) AS qty FROM stock_movement m
  WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND (t.lot_id = 0 OR m.lot_id = t.lot_id) AND m.effective_at <= t.cutoff_at::timestamptz) b ON true
LEFT JOIN costs ON costs.product_id = t.product_id AND costs.cutoff_at = t.cutoff_at
