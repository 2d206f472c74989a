-- Sales of the period by customer, credit notes taken off, of those that can be declared: NIF and trade register are known (CIDTA art. 183 ter).
SELECT row_number() OVER (ORDER BY c.name, c.party_code) AS row_no, c.ai, c.rc, c.nif, c.name, c.address, s.invoices, s.ht, s.vat
FROM (
  SELECT i.receiver_id, count(*) AS invoices, sum(i.sign * i.comp_ht) AS ht,
         sum(i.sign * (SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) FROM invoice_vat v WHERE v.invoice_id = i.invoice_id)) AS vat
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.invoice_date >= :from AND i.invoice_date < :until
  GROUP BY 1) s
JOIN party c ON c.party_id = s.receiver_id
WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL
ORDER BY 1
