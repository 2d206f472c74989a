-- Summed from all purchases, whoever they are of, and by another way than the sheets: what was deducted is E3B92 and E3B93 of the journal.
WITH bought AS (
  SELECT i.issuer_id, sum(i.sign * i.comp_ht) AS ht,
         sum(i.sign * coalesce(v.vat, 0)) FILTER (WHERE u.reason IS NULL) AS vat
  FROM v_booked_invoice i
  LEFT JOIN undeducted_purchases(:cashLimit) u USING (invoice_id)
  LEFT JOIN (SELECT invoice_id, sum(coalesce(decl_vat, vat)) AS vat FROM invoice_vat GROUP BY 1) v USING (invoice_id)
  WHERE i.direction = 'PURCHASE' AND i.invoice_date >= :from AND i.invoice_date < :until
  GROUP BY 1)
SELECT :period AS period, count(*) FILTER (WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL) AS suppliers,
       coalesce(sum(b.ht) FILTER (WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL), 0) AS ht,
       coalesce(sum(b.vat) FILTER (WHERE c.nif IS NOT NULL AND c.rc_norm IS NOT NULL), 0) AS vat,
       count(*) FILTER (WHERE c.nif IS NULL OR c.rc_norm IS NULL) AS incomplete,
       coalesce(sum(b.ht) FILTER (WHERE c.nif IS NULL OR c.rc_norm IS NULL), 0) AS incomplete_ht,
       coalesce(sum(b.vat) FILTER (WHERE c.nif IS NULL OR c.rc_norm IS NULL), 0) AS incomplete_vat,
       coalesce(sum(b.ht), 0) AS all_ht, coalesce(sum(b.vat), 0) AS all_vat, 0 AS control
FROM bought b JOIN party c ON c.party_id = b.issuer_id
