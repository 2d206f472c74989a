-- Each product and lot that was counted: the last pass holds; a product of which one line names no lot is counted as a whole.
-- rolled book = book(cut-off) + what moved since, until it was counted (domain notes §5.3), or less what moved after it was counted and
-- before the cut-off. Two passes agree where what they differ by has moved between them. In a full count also what the book
-- holds at the cut-off and nobody counted (CNT-005): not counted is not zero.
INSERT INTO reconciliation_line (reconciliation_id, product_id, lot_id, line_id, bins, passes, disputed, counted_at,
                                 book_qty, moved_qty, late_qty, counted_qty)
WITH line AS (
  SELECT r.reconciliation_id, r.known_at, s.warehouse_id, s.cutoff_at, l.product_id, l.lot_id, l.line_id, l.snapshot_at,
         e.passes, e.qty, e.counted_at, e.passes = 2 AND e.qty <> e.first_qty AS differs,
         CASE WHEN e.passes = 2 THEN e.first_qty END AS first_qty, CASE WHEN e.passes = 2 THEN e.qty END AS second_qty,
         CASE WHEN e.passes = 2 THEN e.first_at END AS first_at,
         bool_or(l.lot_id IS NULL) OVER (PARTITION BY r.reconciliation_id, l.product_id) AS whole
  FROM reconciliation r
  JOIN count_session s USING (session_id)
  JOIN count_line l ON l.session_id = s.session_id AND l.withdrawn_by IS NULL
  JOIN LATERAL (
    SELECT count(*)::int AS passes, (array_agg(qty ORDER BY pass_no DESC))[1] AS qty, max(counted_at) AS counted_at,
           (array_agg(qty ORDER BY pass_no))[1] AS first_qty, min(counted_at) AS first_at
    FROM count_entry WHERE line_id = l.line_id AND withdrawn_by IS NULL) e ON e.passes > 0
  WHERE r.reconciliation_id = :reconciliation_id),
counted AS (
  SELECT reconciliation_id, known_at, warehouse_id, cutoff_at, product_id, CASE WHEN NOT whole THEN lot_id END AS lot_id,
         whole, coalesce(min(line_id) FILTER (WHERE lot_id IS NULL), min(line_id)) AS line_id, count(*)::int AS bins, max(passes) AS passes,
         bool_or(differs) AS differs, sum(second_qty) - sum(first_qty) AS apart, max(first_at) AS first_at, max(counted_at) AS counted_at, min(snapshot_at) AS snapshot_at, sum(qty) AS qty
  FROM line GROUP BY 1, 2, 3, 4, 5, 6, 7),
movement AS ( -- of the whole warehouse, read once
  SELECT r.reconciliation_id, s.kind, m.product_id, coalesce(x.line_id, y.line_id) AS line_id,
         CASE WHEN x.line_id IS NULL AND y.line_id IS NULL THEN m.lot_id END AS lot_id, m.qty_base AS qty,
         m.effective_at <= s.cutoff_at AS before, m.effective_at <= coalesce(l.counted_at, w.counted_at) AS counts,
         m.recorded_at > coalesce(l.snapshot_at, w.snapshot_at) AS late,
         m.effective_at > coalesce(l.first_at, w.first_at) AND m.effective_at <= coalesce(l.counted_at, w.counted_at) AS meanwhile
  FROM reconciliation r
  JOIN count_session s USING (session_id)
  JOIN stock_movement m ON m.warehouse_id = s.warehouse_id AND m.recorded_at <= r.known_at
  -- joined by the columns of a table, of which the planner knows how they are spread
  LEFT JOIN (counted l JOIN count_line x USING (line_id))
    ON l.reconciliation_id = r.reconciliation_id AND x.product_id = m.product_id AND x.lot_id = m.lot_id AND NOT l.whole
  LEFT JOIN (counted w JOIN count_line y USING (line_id))
    ON w.reconciliation_id = r.reconciliation_id AND y.product_id = m.product_id AND w.whole
  WHERE r.reconciliation_id = :reconciliation_id),
book AS (
  SELECT reconciliation_id, kind, product_id, line_id, lot_id, sum(qty) FILTER (WHERE before) AS book,
         coalesce(sum(qty) FILTER (WHERE NOT before AND counts), 0) - coalesce(sum(qty) FILTER (WHERE before AND NOT counts), 0) AS moved, sum(qty) FILTER (WHERE before AND late) AS late,
         coalesce(sum(qty) FILTER (WHERE meanwhile), 0) AS meanwhile
  FROM movement GROUP BY 1, 2, 3, 4, 5)
SELECT c.reconciliation_id, c.product_id, c.lot_id, c.line_id, c.bins, c.passes,
       CASE WHEN b.meanwhile <> 0 AND c.bins = 1 THEN coalesce(c.apart <> b.meanwhile, false)
            WHEN b.meanwhile <> 0 THEN c.differs AND c.apart <> b.meanwhile -- of which place it moved nobody knows
            ELSE c.differs END, c.counted_at,
       coalesce(b.book, 0), coalesce(b.moved, 0), coalesce(b.late, 0), c.qty
FROM counted c LEFT JOIN book b USING (line_id)
UNION ALL
SELECT reconciliation_id, product_id, lot_id, NULL, 0, 0, false, NULL, book, 0, 0, NULL
FROM book WHERE line_id IS NULL AND kind = 'FULL' AND book <> 0
ON CONFLICT DO NOTHING
