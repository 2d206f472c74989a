-- Invoices whose payments, or whose later revision, an undo took back: as far as payments had moved their status, it
-- follows what is paid now, back to what it was before the first of them.
UPDATE invoice i
SET status = CASE WHEN v.paid > 0 AND v.paid > v.owed - 1 THEN 'PAID' WHEN v.paid > 0 THEN 'PARTIALLY_PAID'
                  ELSE i.settled_from END,
    settled_from = CASE WHEN v.paid > 0 THEN i.settled_from END
FROM v_invoice_paid v,
  (SELECT c.invoice_id
   FROM v_undo_entry e
   JOIN payment p ON p.payment_id = e.record_id
   JOIN invoice r ON r.invoice_id = p.invoice_id
   JOIN invoice c ON c.direction = r.direction AND c.kind = r.kind AND c.issuer_id = r.issuer_id
                 AND c.fiscal_year = r.fiscal_year AND c.invoice_no_norm = r.invoice_no_norm AND c.is_current
   WHERE e.undo_id = :undo AND e.kind = 'payment' AND e.outcome <> 'KEPT'
   UNION
   SELECT w.supersedes_id
   FROM v_undo_entry e JOIN invoice w ON w.invoice_id = e.record_id
   WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome = 'RESTORED') t
WHERE i.invoice_id = t.invoice_id AND v.invoice_id = i.invoice_id AND i.settled_from IS NOT NULL
