-- Purchases of the month. Their tax cannot be deducted without the supplier's NIF, nor where more than :cashLimit DA were paid in cash
-- (CTCA art. 30, LF 2023 art. 21).
SELECT i.invoice_date, i.invoice_no, i.kind, c.name AS supplier, c.nif, c.rc, i.sign * i.comp_ht AS ht,
       i.sign * t.vat AS vat, CASE WHEN d.reason IS NULL THEN i.sign * t.vat ELSE 0 END AS deductible,
       CASE WHEN d.reason IS NULL THEN 'YES' ELSE 'NO' END AS deducted, d.reason,
       i.sign * coalesce(i.decl_ttc, i.comp_ttc) AS ttc, i.payment_method, i.status
FROM v_booked_invoice i
JOIN party c ON c.party_id = i.issuer_id
CROSS JOIN LATERAL (
  SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) AS vat FROM invoice_vat v WHERE v.invoice_id = i.invoice_id) t
CROSS JOIN LATERAL (
  SELECT not_deductible(i.kind, i.payment_method, coalesce(i.decl_ttc, i.comp_ttc), c.nif, :cashLimit) AS reason) d
WHERE i.direction = 'PURCHASE'
  AND i.invoice_date >= :month_from AND i.invoice_date < :month_to
ORDER BY i.invoice_date, i.invoice_no
