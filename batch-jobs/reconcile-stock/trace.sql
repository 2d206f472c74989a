-- Whose movements the workbook of a session shows: of the products with a difference or a gap, those of the greatest differences, as far
-- as all movements together are no more than :mostMovements. Nobody reads a million of them.
WITH line AS (
  SELECT r.reconciliation_id, l.product_id, r.known_at, s.warehouse_id, greatest(s.cutoff_at, max(l.counted_at)) AS until,
         bool_or(l.delta_qty <> 0 OR l.late_qty <> 0) AS differs, sum(abs(l.delta_qty)) AS delta
  FROM reconciliation r JOIN count_session s USING (session_id) JOIN reconciliation_line l USING (reconciliation_id)
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  GROUP BY r.reconciliation_id, l.product_id, s.session_id),
told AS MATERIALIZED (
  SELECT l.*, p.window_from, l.delta * p.unit_cost AS worth
  FROM line l JOIN reconciliation_product p USING (reconciliation_id, product_id)
  WHERE l.differs OR p.doc_gap_qty <> 0 OR p.explained_qty <> 0),
moved AS (
  SELECT t.reconciliation_id, t.product_id, count(m.movement_id) AS movements
  FROM told t
  LEFT JOIN stock_movement m ON m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND m.effective_at > t.window_from AND m.effective_at <= t.until AND m.recorded_at <= t.known_at
  GROUP BY 1, 2),
chosen AS (
  SELECT m.*, o.product_code, m.movements <= :mostMovements AND
         sum(CASE WHEN m.movements <= :mostMovements THEN m.movements END) OVER (
           PARTITION BY m.reconciliation_id ORDER BY t.worth DESC NULLS LAST, o.product_code) <= :mostMovements AS shown
  FROM moved m JOIN told t USING (reconciliation_id, product_id) JOIN product o USING (product_id)),
placed AS (
  SELECT c.*, CASE WHEN c.shown THEN 1 + coalesce(sum(c.movements) FILTER (WHERE c.shown) OVER (
           PARTITION BY c.reconciliation_id ORDER BY c.product_code ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) END AS at
  FROM chosen c)
UPDATE reconciliation_product p SET movements = c.movements, movements_at = c.at
FROM placed c WHERE p.reconciliation_id = c.reconciliation_id AND p.product_id = c.product_id
