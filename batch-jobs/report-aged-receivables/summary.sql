-- The balances, and beside them what was sold and what was paid, summed each for itself.
SELECT :businessDate::date AS day, a.customers, a.balance, a.not_due, a.overdue, a.older, a.credits, 0 AS control, 0 AS control_ledger,
       (SELECT coalesce(sum(i.sign * coalesce(i.decl_net, coalesce(i.decl_ttc, i.comp_ttc) + coalesce(i.decl_stamp, 0))), 0)
        FROM v_booked_invoice i WHERE i.direction = 'SALE' AND i.invoice_date <= :businessDate::date) AS billed,
       p.received, p.orphaned, g.balance AS ledger, g.balance_date AS ledger_date, a.balance - g.balance AS control_411,
       CASE WHEN g.balance IS NULL THEN 'MISSING' WHEN g.balance = a.balance THEN 'EQUAL' ELSE 'DIFFERS' END AS state_411
FROM (
  SELECT count(DISTINCT receiver_id) FILTER (WHERE open <> 0) AS customers, coalesce(sum(open), 0) AS balance,
         coalesce(sum(open) FILTER (WHERE open > 0 AND due >= :businessDate::date), 0) AS not_due,
         coalesce(sum(open) FILTER (WHERE open > 0 AND due < :businessDate::date), 0) AS overdue,
         coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due > 90), 0) AS older,
         coalesce(sum(open) FILTER (WHERE open < 0), 0) AS credits
  FROM receivable_at(:businessDate::date)) a
CROSS JOIN (
  SELECT coalesce(sum(y.signed), 0) AS received, coalesce(sum(y.signed) FILTER (WHERE b.invoice_id IS NULL), 0) AS orphaned
  FROM (
    SELECT r.kind, r.issuer_id, r.fiscal_year, r.invoice_no_norm, CASE r.kind WHEN 'CREDIT_NOTE' THEN -y.amount ELSE y.amount END AS signed
    FROM payment y JOIN invoice r USING (invoice_id)
    WHERE r.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.paid_on <= :businessDate::date) y
  LEFT JOIN v_booked_invoice b ON b.direction = 'SALE' AND b.kind = y.kind AND b.issuer_id = y.issuer_id AND b.fiscal_year = y.fiscal_year
    AND b.invoice_no_norm = y.invoice_no_norm AND b.invoice_date <= :businessDate::date) p
LEFT JOIN ledger_balance_at('411', :businessDate::date) g ON true
