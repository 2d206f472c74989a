-- The journal's sums, and beside them every stamp that an invoice or a receipt of the month carries.
SELECT :month AS month, d.papers, d.declared, d.expected, d.declared - d.expected AS gap, d.wrong, i.stamp AS invoiced, y.stamp AS receipts, 0 AS control
FROM (
  SELECT count(*) AS papers, coalesce(sum(declared), 0) AS declared, coalesce(sum(expected), 0) AS expected,
         count(*) FILTER (WHERE declared <> expected) AS wrong
  FROM stamp_papers(:month_from::date, :month_to::date)) d
CROSS JOIN (
  SELECT coalesce(sum(sign * decl_stamp), 0) AS stamp FROM v_booked_invoice
  WHERE direction = 'SALE' AND invoice_date >= :month_from AND invoice_date < :month_to) i
CROSS JOIN (
  SELECT coalesce(sum(y.decl_stamp), 0) AS stamp FROM payment y JOIN invoice i USING (invoice_id)
  WHERE i.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.paid_on >= :month_from AND y.paid_on < :month_to) y
