-- Each counted product: what the warehouse's stock did since the count before it (or since the book has it) up to the cut-off, by
-- origin, where a reversal counts as what it takes back; what the whole company shipped of it, and what was ordered.
INSERT INTO reconciliation_product (reconciliation_id, product_id, window_from, counted_before, opening_qty, received_qty,
  produced_qty, returned_qty, consumed_qty, sold_qty, sent_back_qty, lost_qty, transferred_qty, adjusted_qty, book_qty, unit_cost,
  rolled_book_qty, counted_qty, shipped_qty, ordered_qty, silent)
WITH RECURSIVE counted AS (
  SELECT r.reconciliation_id, r.known_at, s.warehouse_id, s.cutoff_at, l.product_id,
         sum(l.rolled_book_qty) AS rolled, sum(l.counted_qty) AS qty
  FROM reconciliation r JOIN count_session s USING (session_id)
  JOIN reconciliation_line l USING (reconciliation_id)
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL AND l.line_id IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5),
begun AS ( -- the first movement's own day counts
  SELECT m.product_id, date_trunc('day', min(m.effective_at), :zone) - interval '1 microsecond' AS begins
  FROM (SELECT DISTINCT product_id FROM counted) c JOIN stock_movement m USING (product_id) GROUP BY 1),
span AS MATERIALIZED (
  SELECT c.*, coalesce(past.cutoff_at, b.begins) AS window_from, past.cutoff_at IS NOT NULL AS counted_before
  FROM counted c
  LEFT JOIN LATERAL (
    SELECT max(o.cutoff_at) AS cutoff_at
    FROM count_session o JOIN count_line l USING (session_id)
    WHERE o.warehouse_id = c.warehouse_id AND o.status = 'POSTED' AND o.withdrawn_by IS NULL AND o.cutoff_at < c.cutoff_at
      AND l.product_id = c.product_id AND l.withdrawn_by IS NULL) past ON true
  LEFT JOIN begun b USING (product_id)),
root AS (
  SELECT m.movement_id, m.reverses_id AS of
  FROM (SELECT DISTINCT product_id FROM counted) c JOIN stock_movement m USING (product_id) WHERE m.origin = 'REVERSAL'
  UNION ALL
  SELECT r.movement_id, o.reverses_id FROM root r JOIN stock_movement o ON o.movement_id = r.of WHERE o.origin = 'REVERSAL'),
reversed AS (
  SELECT r.movement_id, o.origin FROM root r JOIN stock_movement o ON o.movement_id = r.of WHERE o.origin <> 'REVERSAL'),
flow AS (
  SELECT s.reconciliation_id, s.product_id,
         sum(m.qty_base) FILTER (WHERE before OR o.origin = 'OPENING') AS opening,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'RECEPTION') AS received,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'PRODUCTION_IN') AS produced,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'RETOUR_CLIENT') AS returned,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'PRODUCTION_OUT') AS consumed,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'VENTE') AS sold,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'RETOUR_FOURNISSEUR') AS sent_back,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'PERTE') AS lost,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'TRANSFER') AS transferred,
         sum(m.qty_base) FILTER (WHERE NOT before AND o.origin = 'INVENTAIRE') AS adjusted,
         sum(m.qty_base) AS book
  FROM span s
  JOIN stock_movement m ON m.product_id = s.product_id AND m.warehouse_id = s.warehouse_id
                       AND m.effective_at <= s.cutoff_at AND m.recorded_at <= s.known_at
  LEFT JOIN reversed v USING (movement_id)
  CROSS JOIN LATERAL (SELECT coalesce(v.origin, m.origin) AS origin, m.effective_at <= s.window_from AS before) o
  GROUP BY 1, 2),
company AS ( -- once for all sessions that look at the same time
  SELECT w.product_id, w.window_from, w.cutoff_at, w.known_at,
         -sum(m.qty_base) FILTER (WHERE m.effective_at > w.window_from AND coalesce(v.origin, m.origin) IN ('VENTE', 'RETOUR_CLIENT')) AS shipped,
         sum(m.value) AS value, sum(m.qty_base) FILTER (WHERE m.value IS NOT NULL) AS valued
  FROM (SELECT DISTINCT product_id, window_from, cutoff_at, known_at FROM span) w
  JOIN stock_movement m ON m.product_id = w.product_id AND m.effective_at <= w.cutoff_at AND m.recorded_at <= w.known_at
  LEFT JOIN reversed v USING (movement_id)
  GROUP BY 1, 2, 3, 4),
seller AS ( -- documents name no warehouse: they speak of the one from which most was sold, or else where most lies
  SELECT DISTINCT ON (m.product_id) m.product_id, m.warehouse_id
  FROM (SELECT DISTINCT product_id FROM counted) c JOIN v_stock_sold m USING (product_id)
  ORDER BY m.product_id, m.sold DESC, m.qty DESC, m.warehouse_id),
ordered AS (
  SELECT s.reconciliation_id, s.product_id, sum(coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END)) AS qty
  FROM span s JOIN sales_order_line l USING (product_id) JOIN sales_order o USING (order_id)
  WHERE o.is_current AND o.withdrawn_by IS NULL AND o.status NOT IN ('DRAFT', 'CANCELLED')
    AND o.order_date::timestamp AT TIME ZONE :zone > s.window_from
    AND o.order_date::timestamp AT TIME ZONE :zone <= s.cutoff_at
  GROUP BY 1, 2)
SELECT s.reconciliation_id, s.product_id, s.window_from, s.counted_before, coalesce(f.opening, 0), coalesce(f.received, 0),
       coalesce(f.produced, 0), coalesce(f.returned, 0), coalesce(f.consumed, 0), coalesce(f.sold, 0), coalesce(f.sent_back, 0),
       coalesce(f.lost, 0), coalesce(f.transferred, 0), coalesce(f.adjusted, 0), coalesce(f.book, 0),
       CASE WHEN a.valued > 0 AND a.value >= 0 THEN round(a.value / a.valued, 6) END,
       s.rolled, s.qty, coalesce(a.shipped, 0), coalesce(o.qty, 0),
       CASE WHEN e.warehouse_id <> s.warehouse_id THEN 'ELSEWHERE' END
FROM span s
LEFT JOIN flow f USING (reconciliation_id, product_id)
LEFT JOIN company a USING (product_id, window_from, cutoff_at, known_at)
LEFT JOIN seller e USING (product_id)
LEFT JOIN ordered o USING (reconciliation_id, product_id)
ON CONFLICT DO NOTHING
