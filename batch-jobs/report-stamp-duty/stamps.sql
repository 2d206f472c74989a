-- Sales of the month that were paid in cash or carry a stamp, and receipts in cash: what was declared beside what the law asks for (art. 100 code
-- du timbre, domain notes §1.4). It is due once: where the invoice is in cash itself, its receipt owes nothing more, whenever it was given.
SELECT d.day, d.no AS number, c.name AS customer, d.paper, d.method, d.cash, d.declared, d.expected, d.gap, d.state
FROM (
  SELECT i.invoice_date AS day, i.invoice_no AS no, i.receiver_id, 'INVOICE' AS paper, i.payment_method AS method,
         i.sign * coalesce(i.decl_ttc, i.comp_ttc) AS cash, i.sign * coalesce(i.decl_stamp, 0) AS declared, i.sign * i.comp_stamp AS expected,
         i.sign * (coalesce(i.decl_stamp, 0) - i.comp_stamp) AS gap, i.stamp_status AS state
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE'
    AND i.invoice_date >= :month_from AND i.invoice_date < :month_to
    AND (i.comp_stamp <> 0 OR coalesce(i.decl_stamp, 0) <> 0 OR i.payment_method = 'ESPECES')
  UNION ALL
  SELECT y.paid_on, coalesce(y.reference, i.invoice_no), i.receiver_id, 'RECEIPT', y.method, v.cash, v.declared, v.expected, v.declared - v.expected,
         CASE WHEN once.on_invoice THEN 'ON_INVOICE' WHEN v.declared = v.expected THEN 'OK' WHEN y.decl_stamp IS NULL THEN 'MISSING' ELSE 'WRONG' END
  FROM payment y JOIN invoice i USING (invoice_id)
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT FROM v_booked_invoice n
      WHERE n.direction = i.direction AND n.kind = i.kind AND n.issuer_id = i.issuer_id AND n.fiscal_year = i.fiscal_year
        AND n.invoice_no_norm = i.invoice_no_norm AND n.payment_method = 'ESPECES') AS on_invoice) once
  CROSS JOIN LATERAL (
    SELECT coalesce(y.decl_stamp, 0) AS declared, CASE WHEN once.on_invoice THEN 0 ELSE y.amount END AS cash,
           CASE WHEN once.on_invoice THEN 0 ELSE y.stamp END AS expected) v
  WHERE i.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.method = 'ESPECES' AND y.paid_on >= :month_from AND y.paid_on < :month_to
    AND (NOT once.on_invoice OR v.declared <> 0)) d
JOIN party c ON c.party_id = d.receiver_id
ORDER BY d.day, d.no, d.paper
