-- In a full count: what the book holds at the cut-off and nobody counted (CNT-005). Not counted is not zero.
INSERT INTO reconciliation_line (reconciliation_id, product_id, lot_id, bins, passes, disputed, book_qty, moved_qty, late_qty)
SELECT r.reconciliation_id, m.product_id, m.lot_id, 0, 0, false, sum(m.qty_base), 0, 0
FROM reconciliation r
JOIN count_session s USING (session_id)
JOIN stock_movement m ON m.warehouse_id = s.warehouse_id AND m.effective_at <= s.cutoff_at AND m.recorded_at <= r.known_at
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL AND s.kind = 'FULL'
  AND NOT EXISTS (SELECT FROM reconciliation_line l WHERE l.reconciliation_id = r.reconciliation_id
                    AND l.product_id = m.product_id AND (l.lot_id IS NULL OR l.lot_id = m.lot_id) AND l.line_id IS NOT NULL)
GROUP BY r.reconciliation_id, m.product_id, m.lot_id
HAVING sum(m.qty_base) <> 0
ON CONFLICT DO NOTHING
