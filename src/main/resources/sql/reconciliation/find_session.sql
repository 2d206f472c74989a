-- A session and whether its last reconciliation still holds: nothing that it looked at was recorded, counted or invoiced since.
SELECT s.session_id, s.session_no, s.session_no_norm, s.status, s.status IN ('COUNTING', 'RECOUNT', 'REVIEW') AS open, r.reconciliation_id,
       EXISTS (
         SELECT FROM stock_movement m
         WHERE m.warehouse_id = s.warehouse_id AND m.recorded_at > r.known_at
           AND EXISTS (SELECT FROM reconciliation_line l WHERE l.reconciliation_id = r.reconciliation_id
                         AND l.product_id = m.product_id AND (l.lot_id IS NULL OR l.lot_id = m.lot_id) AND m.effective_at <= l.counted_at))
       OR EXISTS ( -- or is worth something else since: by an entry in another warehouse
         SELECT FROM stock_movement m
         WHERE m.warehouse_id <> s.warehouse_id AND m.recorded_at > r.known_at AND m.value IS NOT NULL AND m.origin NOT IN ('VENTE', 'TRANSFER')
           AND EXISTS (SELECT FROM reconciliation_line l WHERE l.reconciliation_id = r.reconciliation_id AND l.delta_qty <> 0
                         AND l.product_id = m.product_id AND m.effective_at <= l.counted_at))
       OR EXISTS ( -- or by a valuation
         SELECT FROM stock_revaluation v
         WHERE v.known_at > r.known_at
           AND EXISTS (SELECT FROM reconciliation_line l WHERE l.reconciliation_id = r.reconciliation_id AND l.delta_qty <> 0
                         AND l.product_id = v.product_id AND v.effective_at <= l.counted_at)) AS moved,
       EXISTS (
         SELECT FROM (
           SELECT c.product_id, sum(e.qty) AS qty
           FROM count_line c
           JOIN LATERAL (SELECT x.qty FROM count_entry x WHERE x.line_id = c.line_id AND x.withdrawn_by IS NULL
                         ORDER BY x.pass_no DESC LIMIT 1) e ON true
           WHERE c.session_id = s.session_id AND c.withdrawn_by IS NULL GROUP BY 1) n
         FULL JOIN (
           SELECT product_id, sum(counted_qty) AS qty FROM reconciliation_line
           WHERE reconciliation_id = r.reconciliation_id AND line_id IS NOT NULL GROUP BY 1) o USING (product_id)
         WHERE n.qty IS DISTINCT FROM o.qty) AS recounted,
       EXISTS ( -- an invoice of its time, of which it did not know
         SELECT FROM reconciliation_product p
         JOIN invoice_line l ON l.product_id = p.product_id
         JOIN invoice i ON i.invoice_id = l.invoice_id AND i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL
                       AND i.kind <> 'DEPOSIT' AND i.status NOT IN ('DRAFT', 'CANCELLED')
         WHERE p.reconciliation_id = r.reconciliation_id AND p.delta_qty <> 0 AND i.updated_at > r.known_at
           AND i.invoice_date BETWEEN coalesce(p.window_from, '-infinity')::date - 3 AND s.cutoff_at::date + 3
           AND NOT EXISTS (SELECT FROM reconciliation_invoice o
                           WHERE o.reconciliation_id = r.reconciliation_id AND o.invoice_id = i.invoice_id AND o.product_id = p.product_id))
       OR EXISTS ( -- or one that is none any more
         SELECT FROM reconciliation_product p
         JOIN reconciliation_invoice o USING (reconciliation_id, product_id) JOIN invoice i USING (invoice_id)
         WHERE p.reconciliation_id = r.reconciliation_id AND p.delta_qty <> 0 AND o.counts
           AND (NOT i.is_current OR i.withdrawn_by IS NOT NULL OR i.status IN ('DRAFT', 'CANCELLED'))) AS invoiced,
       (SELECT min(x.counted_at) FROM count_line c JOIN count_entry x USING (line_id)
        WHERE c.session_id = s.session_id AND c.withdrawn_by IS NULL AND x.withdrawn_by IS NULL) AS first_counted_at
FROM count_session s
LEFT JOIN LATERAL (
  SELECT * FROM reconciliation x WHERE x.session_id = s.session_id AND x.done_at IS NOT NULL
  ORDER BY x.reconciliation_id DESC LIMIT 1) r ON true
WHERE s.session_no_norm = document_number(:session) AND s.withdrawn_by IS NULL
