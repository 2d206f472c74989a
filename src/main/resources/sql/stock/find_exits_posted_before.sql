-- Exits that this submission tells of deliveries which a posted count held for unrecorded, and took off, and reversals of exits from before a
-- count that held some for none and put them back: each product at its first one, with the last such count. Those from before the count are
-- told anyway.
SELECT product_code, session_no, source_sheet, source_row, ref_no FROM (
SELECT DISTINCT ON (m.product_id) p.product_code, s.session_no, m.source_sheet, m.source_row, m.ref_no
FROM stock_movement m
JOIN count_session s ON s.warehouse_id = m.warehouse_id AND s.status = 'POSTED' AND s.withdrawn_by IS NULL
JOIN LATERAL (
  SELECT r.reconciliation_id FROM reconciliation r
  WHERE r.session_id = s.session_id AND r.done_at IS NOT NULL ORDER BY r.reconciliation_id DESC LIMIT 1) r ON true
JOIN reconciliation_product q ON q.reconciliation_id = r.reconciliation_id AND q.product_id = m.product_id AND q.explained_qty < 0
JOIN reconciliation_invoice o ON o.reconciliation_id = r.reconciliation_id AND o.product_id = m.product_id AND o.counts
                             AND o.qty > coalesce(o.shipped_qty, 0)
JOIN invoice i ON i.invoice_id = o.invoice_id AND document_number(m.ref_no) = ANY (delivery_numbers(i.delivery_no) || document_number(i.invoice_no))
JOIN product p ON p.product_id = m.product_id
WHERE m.submission_id = :submission AND m.ref_type = 'MOVEMENT' AND m.origin = 'VENTE' AND m.effective_at > s.cutoff_at
  AND EXISTS (
    SELECT FROM count_line l JOIN count_adjustment a USING (line_id)
    WHERE l.session_id = s.session_id AND l.product_id = m.product_id AND a.status = 'POSTED' AND a.delta_qty < 0
      AND m.recorded_at > (SELECT recorded_at FROM stock_movement x WHERE x.movement_id = a.movement_id))
ORDER BY m.product_id, m.movement_id, s.cutoff_at DESC) exits
UNION ALL
SELECT product_code, session_no, source_sheet, source_row, ref_no FROM (
SELECT DISTINCT ON (m.product_id) p.product_code, s.session_no, m.source_sheet, m.source_row, m.ref_no
FROM stock_movement m
JOIN stock_movement x ON x.movement_id = m.reverses_id AND x.origin = 'VENTE'
JOIN count_session s ON s.warehouse_id = m.warehouse_id AND s.status = 'POSTED' AND s.withdrawn_by IS NULL AND x.effective_at <= s.cutoff_at
JOIN LATERAL (
  SELECT r.reconciliation_id, r.known_at FROM reconciliation r
  WHERE r.session_id = s.session_id AND r.done_at IS NOT NULL ORDER BY r.reconciliation_id DESC LIMIT 1) r ON x.recorded_at <= r.known_at
JOIN reconciliation_product q ON q.reconciliation_id = r.reconciliation_id AND q.product_id = m.product_id AND q.delta_qty > 0
JOIN product p ON p.product_id = m.product_id
WHERE m.submission_id = :submission AND m.ref_type = 'MOVEMENT' AND m.effective_at > s.cutoff_at
  AND EXISTS (
    SELECT FROM count_line l JOIN count_adjustment a USING (line_id)
    WHERE l.session_id = s.session_id AND l.product_id = m.product_id AND a.status = 'POSTED' AND a.delta_qty > 0)
ORDER BY m.product_id, m.movement_id, s.cutoff_at DESC) reversals
UNION ALL -- what a batch made or used, or a credit note says came back, before that count, and which it found for itself
SELECT product_code, session_no, source_sheet, source_row, ref_no FROM (
SELECT DISTINCT ON (m.product_id) p.product_code, s.session_no, m.source_sheet, m.source_row, m.ref_no
FROM stock_movement m
JOIN count_session s ON s.warehouse_id = m.warehouse_id AND s.status = 'POSTED' AND s.withdrawn_by IS NULL
JOIN product p ON p.product_id = m.product_id
WHERE m.submission_id = :submission AND m.ref_type = 'MOVEMENT' AND m.origin IN ('PRODUCTION_IN', 'PRODUCTION_OUT', 'RETOUR_CLIENT')
  AND m.effective_at > s.cutoff_at
  AND EXISTS (
    SELECT FROM count_line l JOIN count_adjustment a USING (line_id)
    WHERE l.session_id = s.session_id AND l.product_id = m.product_id AND a.status = 'POSTED' AND a.delta_qty * m.qty_base > 0
      AND m.recorded_at > (SELECT recorded_at FROM stock_movement x WHERE x.movement_id = a.movement_id))
  AND CASE m.origin
      WHEN 'RETOUR_CLIENT' THEN EXISTS (
        SELECT FROM invoice i JOIN invoice_line l USING (invoice_id)
        WHERE i.direction = 'SALE' AND i.kind = 'CREDIT_NOTE' AND i.is_current AND i.withdrawn_by IS NULL AND l.product_id = m.product_id
          AND i.invoice_date::timestamp <= s.cutoff_at AT TIME ZONE :zone
          AND document_number(m.ref_no) = ANY (delivery_numbers(i.delivery_no) || document_number(i.invoice_no)))
      ELSE EXISTS (
        SELECT FROM production_batch b
        WHERE b.batch_no_norm = document_number(m.ref_no) AND b.is_current AND b.withdrawn_by IS NULL
          AND b.made_on::timestamp <= s.cutoff_at AT TIME ZONE :zone) END
ORDER BY m.product_id, m.movement_id, s.cutoff_at DESC) entries
