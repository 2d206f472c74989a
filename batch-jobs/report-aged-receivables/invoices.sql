-- What is open at the end of the business date, by due date; payments count when they were made. Credit notes are owed to the customer.
SELECT c.party_code, c.name, o.invoice_no, o.kind, o.invoice_date, o.due, o.owed, o.paid, o.open, greatest(:businessDate::date - o.due, 0) AS days_late,
       CASE WHEN o.kind = 'CREDIT_NOTE' OR o.open < 0 THEN 'CREDIT' WHEN o.due >= :businessDate::date THEN 'NOT_DUE' WHEN :businessDate::date - o.due <= 30 THEN 'D30'
            WHEN :businessDate::date - o.due <= 60 THEN 'D60' WHEN :businessDate::date - o.due <= 90 THEN 'D90' ELSE 'OLDER' END AS bucket
FROM (
  SELECT i.receiver_id, i.invoice_no, i.kind, i.invoice_date, coalesce(i.due_date, i.invoice_date + p.payment_terms_days) AS due,
         s.sign * v.owed AS owed, s.sign * m.paid AS paid, s.sign * (v.owed - m.paid) AS open
  FROM invoice i
  JOIN party p ON p.party_id = i.receiver_id
  CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS sign) s
  CROSS JOIN LATERAL (SELECT coalesce(i.decl_net, coalesce(i.decl_ttc, i.comp_ttc) + coalesce(i.decl_stamp, 0)) AS owed) v
  CROSS JOIN LATERAL ( -- of all revisions of the invoice
    SELECT coalesce(sum(y.amount), 0) AS paid FROM invoice r JOIN payment y ON y.invoice_id = r.invoice_id
    WHERE r.direction = i.direction AND r.kind = i.kind AND r.issuer_id = i.issuer_id AND r.fiscal_year = i.fiscal_year
      AND r.invoice_no_norm = i.invoice_no_norm AND y.withdrawn_by IS NULL AND y.paid_on <= :businessDate::date) m
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
    AND i.invoice_date <= :businessDate::date) o
JOIN party c ON c.party_id = o.receiver_id
WHERE o.open <> 0
ORDER BY c.name, c.party_code, o.due, o.invoice_no
