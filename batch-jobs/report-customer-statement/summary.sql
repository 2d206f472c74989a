-- Summed from all sales by rate, whoever they are to: what the twelve journals of VAT come to.
SELECT :period AS period, s.customers, s.incomplete, t.all_ht, t.all_vat, s.ht, s.incomplete_ht, 0 AS control
FROM (
  SELECT count(DISTINCT c.party_id) FILTER (WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL) AS customers,
         count(DISTINCT c.party_id) FILTER (WHERE c.nif IS NULL OR c.rc_norm IS NULL) AS incomplete,
         coalesce(sum(i.sign * i.comp_ht) FILTER (WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL), 0) AS ht,
         coalesce(sum(i.sign * i.comp_ht) FILTER (WHERE c.nif IS NULL OR c.rc_norm IS NULL), 0) AS incomplete_ht
  FROM v_booked_invoice i JOIN party c ON c.party_id = i.receiver_id
  WHERE i.direction = 'SALE' AND i.invoice_date >= :from AND i.invoice_date < :until) s
CROSS JOIN (
  SELECT coalesce(sum(i.sign * v.base), 0) AS all_ht, coalesce(sum(i.sign * coalesce(v.decl_vat, v.vat)), 0) AS all_vat
  FROM v_booked_invoice i JOIN invoice_vat v USING (invoice_id)
  WHERE i.direction = 'SALE' AND i.invoice_date >= :from AND i.invoice_date < :until) t
