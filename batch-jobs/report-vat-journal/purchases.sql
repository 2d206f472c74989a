-- Purchases of the month. Their tax cannot be deducted without the supplier's NIF, nor where more than :cashLimit DA were paid in cash
-- (CTCA art. 30, LF 2023 art. 21).
SELECT i.invoice_date, i.invoice_no, i.kind, c.name AS supplier, c.nif, c.rc, i.ht, i.vat, i.deductible, i.assets,
       CASE WHEN i.reason IS NULL THEN 'YES' ELSE 'NO' END AS deducted, i.reason, i.ttc, i.ttc - i.ht - i.vat AS control, i.payment_method, i.status
FROM declared_purchases(:cashLimit) i
JOIN party c ON c.party_id = i.issuer_id
WHERE i.invoice_date >= :month_from AND i.invoice_date < :month_to
ORDER BY i.invoice_date, i.invoice_no
