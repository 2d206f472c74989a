-- Every current invoice that one of the numbers may mean, with its party, what was paid on it and the total that is
-- farthest from what its lines come to.
SELECT i.invoice_id, i.direction, i.kind, i.issuer_id, i.fiscal_year, i.invoice_no, i.invoice_no_norm, i.invoice_date,
       i.status, coalesce(i.decl_stamp, 0) AS asked_stamp, p.party_code, p.name_norm AS party_name, p.name, v.owed, v.paid,
       v.stamps, gap.field AS gap_field, gap.declared AS gap_declared, gap.computed AS gap_computed
FROM invoice i
JOIN party p ON p.party_id = CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END
JOIN v_invoice_paid v ON v.invoice_id = i.invoice_id
LEFT JOIN LATERAL (
  SELECT t.field, t.declared, t.computed
  FROM (VALUES (1, 'total_ht', i.decl_ht, i.comp_ht), (2, 'total_vat', i.decl_vat, i.comp_vat),
               (3, 'total_ttc', i.decl_ttc, i.comp_ttc)) AS t (turn, field, declared, computed)
  WHERE t.declared <> t.computed
  ORDER BY abs(t.declared - t.computed) DESC, t.turn
  LIMIT 1) gap ON true
WHERE i.is_current AND i.direction = :direction AND i.invoice_no_norm = ANY (:numbers)
ORDER BY i.invoice_id
