WITH open AS (
  SELECT coalesce(i.due_date, i.invoice_date + p.payment_terms_days) AS due, s.sign * (v.owed - m.paid) AS open, i.receiver_id
  FROM invoice i
  JOIN party p ON p.party_id = i.receiver_id
  CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS sign) s
  CROSS JOIN LATERAL (SELECT coalesce(i.decl_net, coalesce(i.decl_ttc, i.comp_ttc) + coalesce(i.decl_stamp, 0)) AS owed) v
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(y.amount), 0) AS paid FROM invoice r JOIN payment y ON y.invoice_id = r.invoice_id
    WHERE r.direction = i.direction AND r.kind = i.kind AND r.issuer_id = i.issuer_id AND r.fiscal_year = i.fiscal_year
      AND r.invoice_no_norm = i.invoice_no_norm AND y.withdrawn_by IS NULL AND y.paid_on <= :businessDate::date) m
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
    AND i.invoice_date <= :businessDate::date)
SELECT :businessDate::date AS day, count(DISTINCT receiver_id) FILTER (WHERE open <> 0) AS customers, coalesce(sum(open), 0) AS balance,
       coalesce(sum(open) FILTER (WHERE open > 0 AND due >= :businessDate::date), 0) AS not_due,
       coalesce(sum(open) FILTER (WHERE open > 0 AND due < :businessDate::date), 0) AS overdue,
       coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due > 90), 0) AS older,
       coalesce(sum(open) FILTER (WHERE open < 0), 0) AS credits, 0 AS control
FROM open
