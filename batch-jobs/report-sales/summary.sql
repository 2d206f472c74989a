-- Summed from the invoices, and beside it from the bases of their tax, as the journal of VAT has them.
WITH i AS (
  SELECT i.invoice_date >= :month_from AND i.invoice_date < :month_to AS now, i.invoice_date < :month_from::date - interval '1 month' AS former,
         i.invoice_id, i.receiver_id, i.sign, i.sign * i.comp_ht AS ht
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT'
    AND (i.invoice_date >= :month_from::date - interval '1 month' AND i.invoice_date < :month_to
      OR i.invoice_date >= :month_from::date - interval '1 year' AND i.invoice_date < :month_to::date - interval '1 year')),
total AS (
  SELECT count(*) FILTER (WHERE now) AS invoices, count(DISTINCT receiver_id) FILTER (WHERE now) AS customers,
         coalesce(sum(ht) FILTER (WHERE now), 0) AS net, coalesce(sum(ht) FILTER (WHERE NOT now AND NOT former), 0) AS before,
         coalesce(sum(ht) FILTER (WHERE former), 0) AS year_before
  FROM i),
papers AS (
  SELECT coalesce(sum(i.ht) FILTER (WHERE l.ht IS NULL), 0) AS without_lines, coalesce(sum(i.ht - i.sign * l.ht), 0) AS on_totals
  FROM i LEFT JOIN (SELECT invoice_id, sum(line_ht) AS ht FROM invoice_line GROUP BY 1) l USING (invoice_id)
  WHERE i.now),
line AS (
  SELECT coalesce(sum(kg), 0) AS kg, coalesce(sum(net - cost), 0) AS margin, coalesce(sum(net) FILTER (WHERE cost IS NULL), 0) AS without_cost
  FROM (
    SELECT CASE WHEN bool_and(kg IS NOT NULL) THEN sum(kg) END AS kg, sum(net) AS net, CASE WHEN bool_and(cost IS NOT NULL) THEN sum(cost) END AS cost
    FROM sales_of_month(:month_from::date, :zone) GROUP BY product_id) p),
vat AS (
  SELECT coalesce(sum(i.sign * v.base), 0) AS bases FROM i JOIN invoice_vat v USING (invoice_id) WHERE i.now)
SELECT :month AS month, t.invoices, t.customers, t.net, t.before, CASE WHEN t.before > 0 THEN t.net / t.before - 1 END AS change,
       t.year_before, CASE WHEN t.year_before > 0 THEN t.net / t.year_before - 1 END AS year_change,
       l.kg, l.margin, l.without_cost, p.without_lines, p.on_totals, v.bases, 0 AS control_lines, 0 AS control_vat
FROM total t CROSS JOIN papers p CROSS JOIN line l CROSS JOIN vat v
