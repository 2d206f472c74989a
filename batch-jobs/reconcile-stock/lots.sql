SELECT t.lot_code, o.product_code, o.name, coalesce(t.dlc, t.ddm) AS dlc,
       coalesce(t.dlc, t.ddm) - (s.cutoff_at AT TIME ZONE :zone)::date AS days_left, l.rolled_book_qty, l.counted_qty, t.status
FROM reconciliation_line l
JOIN reconciliation r USING (reconciliation_id) JOIN count_session s USING (session_id)
JOIN lot t USING (lot_id) JOIN product o ON o.product_id = l.product_id
WHERE l.reconciliation_id = :reconciliation_id
ORDER BY coalesce(t.dlc, t.ddm) NULLS LAST, t.lot_code
