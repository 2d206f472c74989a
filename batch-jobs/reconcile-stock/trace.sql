-- Whose movements the workbook of a session shows: of the products with a difference or a gap, those of the greatest differences, as far
-- as all movements together are no more than :mostMovements. Nobody reads a million of them.
WITH told AS (
  SELECT p.reconciliation_id, p.product_id, o.product_code, p.movements, l.delta * p.unit_cost AS worth
  FROM reconciliation r JOIN reconciliation_product p USING (reconciliation_id)
  JOIN product o USING (product_id)
  JOIN LATERAL (
    SELECT bool_or(l.delta_qty <> 0 OR l.late_qty <> 0) AS differs, sum(abs(l.delta_qty)) AS delta FROM reconciliation_line l
    WHERE l.reconciliation_id = p.reconciliation_id AND l.product_id = p.product_id) l ON true
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
    AND (l.differs OR p.doc_gap_qty <> 0 OR p.explained_qty <> 0)),
chosen AS (
  SELECT t.*, t.movements <= :mostMovements AND
         sum(CASE WHEN t.movements <= :mostMovements THEN t.movements END) OVER (
           PARTITION BY t.reconciliation_id ORDER BY t.worth DESC NULLS LAST, t.product_code) <= :mostMovements AS shown
  FROM told t),
placed AS (
  SELECT c.*, CASE WHEN c.shown THEN 1 + coalesce(sum(c.movements) FILTER (WHERE c.shown) OVER (
           PARTITION BY c.reconciliation_id ORDER BY c.product_code ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) END AS at
  FROM chosen c)
UPDATE reconciliation_product p SET movements_to_show = c.movements, movements_at = c.at
FROM placed c WHERE p.reconciliation_id = c.reconciliation_id AND p.product_id = c.product_id
