-- Each counted product, and since when: the count before it in that warehouse, or since the book has it. What happened in between comes
-- with flow.sql and company.sql.
INSERT INTO reconciliation_product (reconciliation_id, product_id, window_from, counted_before, rolled_book_qty, counted_qty,
  opening_qty, received_qty, produced_qty, returned_qty, consumed_qty, sold_qty, sent_back_qty, lost_qty, transferred_qty,
  adjusted_qty, book_qty, shipped_qty, ordered_qty)
WITH counted AS (
  SELECT r.reconciliation_id, s.warehouse_id, s.cutoff_at, l.product_id,
         sum(l.rolled_book_qty) AS rolled, sum(l.counted_qty) AS qty
  FROM reconciliation r JOIN count_session s USING (session_id)
  JOIN reconciliation_line l USING (reconciliation_id)
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL AND l.line_id IS NOT NULL
  GROUP BY 1, 2, 3, 4),
begun AS ( -- the first movement's own day counts
  SELECT m.product_id, date_trunc('day', min(m.effective_at), :zone) - interval '1 microsecond' AS begins
  FROM (SELECT DISTINCT product_id FROM counted) c JOIN stock_movement m USING (product_id) GROUP BY 1)
SELECT c.reconciliation_id, c.product_id, coalesce(past.cutoff_at, b.begins), past.cutoff_at IS NOT NULL, c.rolled, c.qty,
       0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM counted c
LEFT JOIN LATERAL (
  SELECT max(o.cutoff_at) AS cutoff_at
  FROM count_session o JOIN count_line l USING (session_id)
  WHERE o.warehouse_id = c.warehouse_id AND o.status = 'POSTED' AND o.withdrawn_by IS NULL AND o.cutoff_at < c.cutoff_at
    AND l.product_id = c.product_id AND l.withdrawn_by IS NULL) past ON true
LEFT JOIN begun b USING (product_id)
ON CONFLICT DO NOTHING
