-- Purchases of the period with whoever can be declared: NIF and trade register are known (LF 2021 art. 42).
SELECT c.nif, c.name, c.address, c.rc, i.invoice_date, i.invoice_no, i.kind, i.sign * i.comp_ht AS ht,
       CASE WHEN not_deductible(i.kind, i.payment_method, coalesce(i.decl_ttc, i.comp_ttc), c.nif, :cashLimit) IS NULL THEN i.sign * t.vat ELSE 0 END AS vat
FROM v_booked_invoice i
JOIN party c ON c.party_id = i.issuer_id
CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) AS vat FROM invoice_vat v WHERE v.invoice_id = i.invoice_id) t
WHERE i.direction = 'PURCHASE' AND i.invoice_date >= :from AND i.invoice_date < :until AND c.nif IS NOT NULL AND c.rc_norm IS NOT NULL
ORDER BY c.name, c.nif, i.invoice_date, i.invoice_no
