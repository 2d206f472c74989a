-- Each product and lot that was counted: the last pass holds; a product of which one line names no lot is counted as a whole.
-- rolled book = book(cut-off) + what moved since, until it was counted (domain notes §5.3).
INSERT INTO reconciliation_line (reconciliation_id, product_id, lot_id, line_id, bins, passes, disputed, counted_at,
                                 book_qty, moved_qty, late_qty, counted_qty)
WITH line AS (
  SELECT r.reconciliation_id, r.known_at, s.warehouse_id, s.cutoff_at, l.product_id, l.lot_id, l.line_id, l.snapshot_at,
         e.passes, e.qty, e.counted_at, e.passes = 2 AND e.least < e.greatest AS disputed,
         bool_or(l.lot_id IS NULL) OVER (PARTITION BY r.reconciliation_id, l.product_id) AS whole
  FROM reconciliation r
  JOIN count_session s USING (session_id)
  JOIN count_line l ON l.session_id = s.session_id AND l.withdrawn_by IS NULL
  JOIN LATERAL (
    SELECT count(*)::int AS passes, (array_agg(qty ORDER BY pass_no DESC))[1] AS qty, max(counted_at) AS counted_at,
           min(qty) AS least, max(qty) AS greatest
    FROM count_entry WHERE line_id = l.line_id AND withdrawn_by IS NULL) e ON e.passes > 0
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL),
counted AS (
  SELECT reconciliation_id, known_at, warehouse_id, cutoff_at, product_id, CASE WHEN NOT whole THEN lot_id END AS lot_id,
         whole, coalesce(min(line_id) FILTER (WHERE lot_id IS NULL), min(line_id)) AS line_id, count(*)::int AS bins, max(passes) AS passes, bool_or(disputed) AS disputed,
         max(counted_at) AS counted_at, min(snapshot_at) AS snapshot_at, sum(qty) AS qty
  FROM line GROUP BY 1, 2, 3, 4, 5, 6, 7),
movement AS (
  SELECT c.line_id, m.qty_base, m.effective_at, m.recorded_at
  FROM counted c JOIN stock_movement m ON m.warehouse_id = c.warehouse_id AND m.product_id = c.product_id
                                      AND m.lot_id = c.lot_id AND m.recorded_at <= c.known_at
  WHERE NOT c.whole
  UNION ALL
  SELECT c.line_id, m.qty_base, m.effective_at, m.recorded_at
  FROM counted c JOIN stock_movement m ON m.warehouse_id = c.warehouse_id AND m.product_id = c.product_id
                                      AND m.recorded_at <= c.known_at
  WHERE c.whole),
book AS (
  SELECT c.line_id,
         sum(m.qty_base) FILTER (WHERE m.effective_at <= c.cutoff_at) AS book,
         sum(m.qty_base) FILTER (WHERE m.effective_at > c.cutoff_at AND m.effective_at <= c.counted_at) AS moved,
         sum(m.qty_base) FILTER (WHERE m.effective_at <= c.cutoff_at AND m.recorded_at > c.snapshot_at) AS late
  FROM counted c JOIN movement m USING (line_id) GROUP BY 1)
SELECT c.reconciliation_id, c.product_id, c.lot_id, c.line_id, c.bins, c.passes, c.disputed, c.counted_at,
       coalesce(b.book, 0), coalesce(b.moved, 0), coalesce(b.late, 0), c.qty
FROM counted c LEFT JOIN book b USING (line_id)
ON CONFLICT DO NOTHING
