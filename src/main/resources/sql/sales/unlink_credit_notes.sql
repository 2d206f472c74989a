-- Credit notes that came before the invoices that go wait for these again, or correct the former revision.
UPDATE invoice c SET original_invoice_id = w.supersedes_id
FROM v_undo_entry e JOIN invoice w ON w.invoice_id = e.record_id
WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome <> 'KEPT' AND c.original_invoice_id = w.invoice_id
  AND c.withdrawn_by IS NULL
