-- What the whole company shipped of each counted product in its window, what was ordered, and what a unit cost when it was counted, for there
-- its adjustment stands in the ledger; and whether documents speak of that warehouse at all.
WITH span AS MATERIALIZED (
  SELECT p.reconciliation_id, p.product_id, p.window_from, r.known_at, s.warehouse_id, s.cutoff_at, l.counted_at
  FROM reconciliation r JOIN count_session s USING (session_id) JOIN reconciliation_product p USING (reconciliation_id)
  JOIN LATERAL (
    SELECT max(counted_at) AS counted_at FROM reconciliation_line l
    WHERE l.reconciliation_id = p.reconciliation_id AND l.product_id = p.product_id) l ON true
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL),
company AS ( -- once for all sessions that look at the same time
  SELECT w.product_id, w.window_from, w.cutoff_at, w.known_at,
         -sum(m.qty_base) FILTER (WHERE m.effective_at > w.window_from AND coalesce(v.origin, m.origin) IN ('VENTE', 'RETOUR_CLIENT')) AS shipped,
         sum(m.value) AS value, sum(m.qty_base) FILTER (WHERE m.value IS NOT NULL) AS valued
  FROM (SELECT DISTINCT product_id, window_from, cutoff_at, known_at FROM span) w
  JOIN stock_movement m ON m.product_id = w.product_id AND m.effective_at <= w.cutoff_at AND m.recorded_at <= w.known_at
  LEFT JOIN v_reversed_origin v USING (movement_id)
  GROUP BY 1, 2, 3, 4),
revalued AS ( -- what valuations made of it since
  SELECT w.product_id, w.window_from, w.cutoff_at, w.known_at, sum(v.value_delta) AS value, sum(v.qty_delta) AS valued
  FROM (SELECT DISTINCT product_id, window_from, cutoff_at, known_at FROM span) w
  JOIN stock_revaluation v ON v.product_id = w.product_id AND v.effective_at <= w.cutoff_at AND v.known_at <= w.known_at
  GROUP BY 1, 2, 3, 4),
since AS ( -- from the cut-off until it was counted; taken back where it was counted before
  SELECT s.reconciliation_id, s.product_id, sum(CASE WHEN m.effective_at <= s.cutoff_at THEN -m.value ELSE m.value END) AS value,
         sum(CASE WHEN m.effective_at <= s.cutoff_at THEN -m.qty_base ELSE m.qty_base END) FILTER (WHERE m.value IS NOT NULL) AS valued
  FROM span s
  JOIN stock_movement m ON m.product_id = s.product_id AND m.recorded_at <= s.known_at
    AND m.effective_at > least(s.cutoff_at, s.counted_at) AND m.effective_at <= greatest(s.cutoff_at, s.counted_at)
    AND m.effective_at > (SELECT min(least(cutoff_at, counted_at)) FROM span)
  WHERE s.counted_at <> s.cutoff_at
  GROUP BY 1, 2),
last AS ( -- of what is not there any more, what it last cost
  SELECT DISTINCT ON (w.product_id, w.cutoff_at, w.known_at) w.product_id, w.cutoff_at, w.known_at, m.unit_cost
  FROM (SELECT DISTINCT c.product_id, c.cutoff_at, c.known_at FROM company c WHERE coalesce(c.valued, 0) <= 0) w
  JOIN v_movement_in_force m ON m.product_id = w.product_id AND m.effective_at <= w.cutoff_at AND m.recorded_at <= w.known_at
  WHERE m.unit_cost IS NOT NULL
  ORDER BY w.product_id, w.cutoff_at, w.known_at, m.effective_at DESC, m.movement_id DESC),
seller AS ( -- documents name no warehouse: they speak of the one from which most was sold, or else where most lies
  SELECT DISTINCT ON (m.product_id) m.product_id, m.warehouse_id
  FROM (SELECT DISTINCT product_id FROM span) c JOIN v_stock_sold m USING (product_id)
  ORDER BY m.product_id, m.sold DESC, m.qty DESC, m.warehouse_id),
ordered AS (
  SELECT s.reconciliation_id, s.product_id, sum(coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END)) AS qty
  FROM span s JOIN sales_order_line l USING (product_id) JOIN sales_order o USING (order_id)
  WHERE o.is_current AND o.withdrawn_by IS NULL AND o.status NOT IN ('DRAFT', 'CANCELLED')
    AND o.order_date::timestamp AT TIME ZONE :zone > s.window_from
    AND o.order_date::timestamp AT TIME ZONE :zone <= s.cutoff_at
  GROUP BY 1, 2)
UPDATE reconciliation_product p SET
  unit_cost = CASE WHEN n.valued > 0 AND n.value >= 0 THEN round(n.value / n.valued, 6) ELSE f.unit_cost END,
  shipped_qty = coalesce(a.shipped, 0), ordered_qty = coalesce(o.qty, 0),
  silent = CASE WHEN e.warehouse_id <> s.warehouse_id THEN 'ELSEWHERE' END
FROM span s
LEFT JOIN company a USING (product_id, window_from, cutoff_at, known_at)
LEFT JOIN revalued v USING (product_id, window_from, cutoff_at, known_at)
LEFT JOIN since c USING (reconciliation_id, product_id)
CROSS JOIN LATERAL (
  SELECT coalesce(a.value, 0) + coalesce(v.value, 0) + coalesce(c.value, 0) AS value,
         coalesce(a.valued, 0) + coalesce(v.valued, 0) + coalesce(c.valued, 0) AS valued) n
LEFT JOIN last f USING (product_id, cutoff_at, known_at)
LEFT JOIN seller e USING (product_id)
LEFT JOIN ordered o USING (reconciliation_id, product_id)
WHERE p.reconciliation_id = s.reconciliation_id AND p.product_id = s.product_id
