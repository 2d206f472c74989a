-- Three sources (domain notes §5.4): d = counted − book, g = invoiced − shipped. Where they point to each other's cause, the smaller
-- of them explains the other; what is left of d nobody can explain, what is left of g is a gap between documents alone. That an exit
-- was not recorded is said as far as invoices have none, and that one never was as far as no invoice of whatever day names it, or a
-- credit note has no return: a gap that a return, a late exit or a late invoice makes accounts for no difference (decision 0058).
UPDATE reconciliation_product p SET
  invoiced_qty = coalesce(i.qty, 0),
  silent = coalesce(p.silent, CASE WHEN i.unknown THEN 'UNIT' END),
  explained_qty = CASE WHEN p.silent IS NOT NULL OR coalesce(i.unknown, false) OR p.delta_qty * g.qty >= 0 THEN 0
                       WHEN p.delta_qty < 0 THEN -least(-p.delta_qty, g.qty, coalesce(i.unshipped, 0))
                       ELSE least(p.delta_qty, -g.qty, coalesce(u.qty, 0) + coalesce(i.unreturned, 0)) END
FROM reconciliation r
JOIN reconciliation_product q USING (reconciliation_id)
LEFT JOIN LATERAL (
  SELECT sum(o.counted_qty) AS qty, bool_or(o.qty IS NULL) AS unknown, sum(greatest(o.qty - coalesce(o.shipped_qty, 0), 0)) AS unshipped,
         sum(greatest(coalesce(o.shipped_qty, 0) - o.qty, 0)) FILTER (WHERE o.qty < 0) AS unreturned
  FROM reconciliation_invoice o
  WHERE o.reconciliation_id = q.reconciliation_id AND o.product_id = q.product_id AND o.counts) i ON true
CROSS JOIN LATERAL (SELECT coalesce(i.qty, 0) - q.shipped_qty AS qty) g
LEFT JOIN LATERAL ( -- where it is asked, exits of the window, each as far as invoices do not name it, less what came back since: it may have
                    -- lain there already
  SELECT greatest(sum(greatest(x.qty - coalesce(n.qty, 0), 0)) - coalesce((
           SELECT sum(m.qty_base) FROM count_session s JOIN stock_movement m ON m.product_id = q.product_id
           WHERE s.session_id = r.session_id AND m.origin = 'RETOUR_CLIENT' AND m.recorded_at <= r.known_at AND m.effective_at > s.cutoff_at
             AND NOT EXISTS (SELECT FROM stock_movement o WHERE o.reverses_id = m.movement_id)), 0), 0) AS qty
  FROM (
    SELECT m.ref_no, -sum(m.qty_base) AS qty
    FROM count_session s JOIN stock_movement m ON m.product_id = q.product_id
    WHERE s.session_id = r.session_id AND m.origin = 'VENTE' AND m.ref_type <> 'UNDO' AND m.recorded_at <= r.known_at
      AND m.effective_at > coalesce(q.window_from, '-infinity') AND m.effective_at <= s.cutoff_at
      AND q.delta_qty > 0 AND g.qty < 0
      AND NOT EXISTS (SELECT FROM stock_movement o WHERE o.reverses_id = m.movement_id)
    GROUP BY 1) x
  LEFT JOIN LATERAL (
    SELECT sum(coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END)) AS qty
    FROM invoice v JOIN invoice_line l USING (invoice_id)
    WHERE v.direction = 'SALE' AND v.is_current AND v.withdrawn_by IS NULL AND v.kind NOT IN ('CREDIT_NOTE', 'DEPOSIT')
      AND v.status NOT IN ('DRAFT', 'CANCELLED') AND l.product_id = q.product_id
      AND (v.delivery_no IS NOT NULL AND delivery_numbers(v.delivery_no) @> ARRAY[document_number(x.ref_no)]
           OR v.invoice_no_norm = document_number(x.ref_no))) n ON true
  WHERE q.delta_qty > 0 AND g.qty < 0) u ON true
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND p.reconciliation_id = q.reconciliation_id AND p.product_id = q.product_id
