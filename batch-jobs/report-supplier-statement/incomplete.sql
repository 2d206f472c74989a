-- Purchases of the period that cannot be declared as they are, and what is missing.
SELECT c.party_code, c.name, c.nif, c.rc, c.address,
       CASE WHEN c.nif IS NULL AND c.rc_norm IS NULL THEN 'NIF_RC' WHEN c.nif IS NULL THEN 'NIF' ELSE 'RC' END AS missing,
       i.invoice_date, i.invoice_no, i.kind, i.sign * i.comp_ht AS ht,
       CASE WHEN not_deductible(i.kind, i.payment_method, coalesce(i.decl_ttc, i.comp_ttc), c.nif, :cashLimit) IS NULL THEN i.sign * t.vat ELSE 0 END AS vat
FROM v_booked_invoice i
JOIN party c ON c.party_id = i.issuer_id
CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) AS vat FROM invoice_vat v WHERE v.invoice_id = i.invoice_id) t
WHERE i.direction = 'PURCHASE' AND i.invoice_date >= :from AND i.invoice_date < :until AND (c.nif IS NULL OR c.rc_norm IS NULL)
ORDER BY c.name, c.party_code, i.invoice_date, i.invoice_no
