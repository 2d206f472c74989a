-- Customers of the period that cannot be declared as they are, and what is missing.
SELECT c.party_code, c.name, CASE WHEN c.nif IS NULL AND c.rc_norm IS NULL THEN 'NIF_RC' WHEN c.nif IS NULL THEN 'NIF' ELSE 'RC' END AS missing,
       c.nif, c.rc, c.ai, c.address, c.phone, s.invoices, s.ht, s.vat
FROM (
  SELECT i.receiver_id, count(*) AS invoices, sum(i.sign * i.comp_ht) AS ht,
         sum(i.sign * (SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) FROM invoice_vat v WHERE v.invoice_id = i.invoice_id)) AS vat
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.invoice_date >= :from AND i.invoice_date < :until
  GROUP BY 1) s
JOIN party c ON c.party_id = s.receiver_id
WHERE c.nif IS NULL OR c.rc_norm IS NULL
ORDER BY s.ht DESC, c.party_code
