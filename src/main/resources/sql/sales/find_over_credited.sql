-- Invoices of this submission whose credit notes, which came before them, exceed them.
SELECT i.invoice_no, i.source_sheet, i.source_row, i.comp_ttc, sum(c.comp_ttc) AS credited
FROM invoice i
JOIN invoice c ON c.original_invoice_id = i.invoice_id AND c.is_current AND c.status <> 'CANCELLED'
WHERE i.submission_id = :submission AND i.kind <> 'CREDIT_NOTE' AND i.is_current
GROUP BY i.invoice_id
HAVING sum(c.comp_ttc) > i.comp_ttc
