-- Sales that credit notes refer to, with what other credit notes gave back already; the newest of equal numbers.
SELECT DISTINCT ON (i.invoice_no_norm) i.invoice_no_norm, i.invoice_id, i.receiver_id, i.comp_ttc,
       coalesce((SELECT sum(c.comp_ttc) FROM invoice c
                 WHERE c.original_invoice_id = i.invoice_id AND c.is_current AND c.status <> 'CANCELLED'), 0) AS credited
FROM invoice i
WHERE i.direction = 'SALE' AND i.kind <> 'CREDIT_NOTE' AND i.issuer_id = :own AND i.is_current
  AND i.invoice_no_norm = ANY (:numbers)
ORDER BY i.invoice_no_norm, i.invoice_date DESC
