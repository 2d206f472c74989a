-- Each product and lot that was counted: the last pass holds; a product of which one line names no lot is counted as a whole.
-- rolled book = book(cut-off) + what moved since, until it was counted (domain notes §5.3), or less what moved after it was counted and
-- before the cut-off. Two passes agree where what they differ by has moved between them. In a full count also what the book
-- holds at the cut-off and nobody counted (CNT-005): not counted is not zero. But what the book has of no lot, while all lots of the product
-- were counted, lies nowhere else: it is a line of its own of which nothing is there, so that exits without a lot accuse nobody (§5.3: net first).
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
by_lot AS (
  SELECT reconciliation_id, product_id, min(line_id) AS line_id, max(counted_at) AS counted_at FROM counted WHERE NOT whole GROUP BY 1, 2),
movement AS ( -- of the whole warehouse, read once
  SELECT r.reconciliation_id, s.kind, m.product_id, coalesce(x.line_id, y.line_id) AS line_id,
         CASE WHEN x.line_id IS NULL AND y.line_id IS NULL THEN m.lot_id END AS lot_id, m.qty_base AS qty,
         m.effective_at <= s.cutoff_at AS before, m.effective_at <= coalesce(l.counted_at, w.counted_at, n.counted_at) AS counts,
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
  LEFT JOIN by_lot n ON n.reconciliation_id = r.reconciliation_id AND n.product_id = m.product_id AND m.lot_id IS NULL
  WHERE r.reconciliation_id = :reconciliation_id),
book AS (
  SELECT reconciliation_id, kind, product_id, line_id, lot_id, sum(qty) FILTER (WHERE before) AS book,
         coalesce(sum(qty) FILTER (WHERE NOT before AND counts), 0) - coalesce(sum(qty) FILTER (WHERE before AND NOT counts), 0) AS moved, sum(qty) FILTER (WHERE before AND late) AS late,
         coalesce(sum(qty) FILTER (WHERE meanwhile), 0) AS meanwhile
  FROM movement GROUP BY 1, 2, 3, 4, 5),
lotless AS (
  SELECT b.*, n.counted_at, n.line_id AS of_line FROM book b JOIN by_lot n USING (reconciliation_id, product_id)
  WHERE b.line_id IS NULL AND b.lot_id IS NULL AND coalesce(b.book, 0) + b.moved <> 0
    AND NOT EXISTS (SELECT FROM book o WHERE o.product_id = b.product_id AND o.line_id IS NULL AND o.lot_id IS NOT NULL AND o.book <> 0)),
lotless_line AS (
  INSERT INTO count_line (session_id, product_id, book_qty, submission_id, source_sheet, source_row)
  SELECT l.session_id, l.product_id, coalesce(b.book, 0), l.submission_id, l.source_sheet, l.source_row
  FROM lotless b JOIN count_line l ON l.line_id = b.of_line
  ON CONFLICT (session_id, product_id, coalesce(lot_id, 0), bin_code) WHERE withdrawn_by IS NULL DO UPDATE SET book_qty = excluded.book_qty
  RETURNING line_id, product_id)
INSERT INTO reconciliation_line (reconciliation_id, product_id, lot_id, line_id, bins, passes, disputed, counted_at,
                                 book_qty, moved_qty, late_qty, counted_qty)
SELECT c.reconciliation_id, c.product_id, c.lot_id, c.line_id, c.bins, c.passes,
       CASE WHEN b.meanwhile <> 0 AND c.bins = 1 THEN coalesce(c.apart <> b.meanwhile, false)
            WHEN b.meanwhile <> 0 THEN c.differs AND c.apart <> b.meanwhile -- of which place it moved nobody knows
            ELSE c.differs END, c.counted_at,
       coalesce(b.book, 0), coalesce(b.moved, 0), coalesce(b.late, 0), c.qty
FROM counted c LEFT JOIN book b USING (line_id)
UNION ALL
SELECT b.reconciliation_id, b.product_id, NULL, l.line_id, 0, 0, false, b.counted_at, coalesce(b.book, 0), b.moved, coalesce(b.late, 0), 0
FROM lotless b JOIN lotless_line l USING (product_id)
UNION ALL
SELECT b.reconciliation_id, b.product_id, b.lot_id, NULL, 0, 0, false, NULL, b.book, 0, 0, NULL
FROM book b WHERE b.line_id IS NULL AND b.kind = 'FULL' AND b.book <> 0
  AND NOT EXISTS (SELECT FROM lotless o WHERE o.product_id = b.product_id AND b.lot_id IS NULL)
ON CONFLICT DO NOTHING
