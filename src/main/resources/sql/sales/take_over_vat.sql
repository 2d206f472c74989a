-- The VAT of the revision before.
INSERT INTO invoice_vat (invoice_id, vat_rate, base, vat, decl_vat)
SELECT n.invoice_id, v.vat_rate, v.base, v.vat, v.decl_vat
FROM invoice n
JOIN invoice_vat v ON v.invoice_id = n.supersedes_id
WHERE n.invoice_id = ANY (:ids)
