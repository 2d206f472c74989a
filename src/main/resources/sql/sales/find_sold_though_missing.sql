-- New sales of what a posted count had taken off as missing without an explanation (INV-064), and of which no exit is in the ledger: of each
-- product the first one, with the last such count.
WITH missing AS MATERIALIZED (
  SELECT s.session_id, s.session_no, s.cutoff_at, q.product_id, q.window_from, r.known_at, a.qty
  FROM count_session s
  JOIN LATERAL (
    SELECT r.reconciliation_id, r.known_at FROM reconciliation r
    WHERE r.session_id = s.session_id AND r.done_at IS NOT NULL ORDER BY r.reconciliation_id DESC LIMIT 1) r ON true
  JOIN reconciliation_product q ON q.reconciliation_id = r.reconciliation_id AND q.residual_qty < 0
  JOIN LATERAL (
    SELECT -sum(a.delta_qty) AS qty FROM count_line l JOIN count_adjustment a USING (line_id)
    WHERE l.session_id = s.session_id AND l.product_id = q.product_id AND a.status = 'POSTED') a ON a.qty > 0
  WHERE s.status = 'POSTED' AND s.withdrawn_by IS NULL)
SELECT DISTINCT ON (n.product_id) i.invoice_no, i.invoice_date, i.source_sheet, l.source_row, p.product_code,
       trim_scale(coalesce(l.qty_base, l.qty)) AS qty, n.session_no, trim_scale(n.qty) AS missing
FROM missing n
JOIN invoice_line l ON l.product_id = n.product_id
JOIN invoice i ON i.invoice_id = l.invoice_id AND i.submission_id = :submission
JOIN product p ON p.product_id = n.product_id
WHERE i.direction = 'SALE' AND i.is_current AND i.revision = 1 AND i.kind NOT IN ('CREDIT_NOTE', 'DEPOSIT')
  AND i.status NOT IN ('DRAFT', 'CANCELLED') AND l.qty > 0
  AND i.invoice_date::timestamp AT TIME ZONE :zone > coalesce(n.window_from, '-infinity')
  AND i.invoice_date::timestamp AT TIME ZONE :zone <= n.cutoff_at
  AND NOT EXISTS (
    SELECT FROM stock_movement m
    WHERE m.product_id = n.product_id AND m.origin = 'VENTE'
      AND document_number(m.ref_no) = ANY (delivery_numbers(i.delivery_no) || document_number(i.invoice_no)))
ORDER BY n.product_id, i.invoice_date, i.invoice_id, l.line_no, n.cutoff_at DESC
