-- Credit notes that came before the invoices of this submission: of the same two parties.
UPDATE invoice c
SET original_invoice_id = i.invoice_id
FROM invoice i
WHERE i.submission_id = :submission AND i.kind <> 'CREDIT_NOTE' AND i.is_current
  AND c.original_no_norm = i.invoice_no_norm AND c.original_invoice_id IS NULL AND c.kind = 'CREDIT_NOTE'
  AND c.direction = i.direction AND c.issuer_id = i.issuer_id AND c.receiver_id = i.receiver_id
