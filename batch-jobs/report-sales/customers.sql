-- Customers by the invoices' own totals, also of those that have no lines; weight and margin are those of the lines.
WITH sold AS (
  SELECT i.receiver_id, i.invoice_date >= :month_from AND i.invoice_date < :month_to AS now,
         i.invoice_date < :month_from::date - interval '1 month' AS former, i.kind = 'CREDIT_NOTE' AS credit, i.sign * i.comp_ht AS ht
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT'
    AND (i.invoice_date >= :month_from::date - interval '1 month' AND i.invoice_date < :month_to
      OR i.invoice_date >= :month_from::date - interval '1 year' AND i.invoice_date < :month_to::date - interval '1 year')),
net AS (
  SELECT receiver_id, count(*) FILTER (WHERE now) AS invoices, coalesce(sum(ht) FILTER (WHERE now AND NOT credit), 0) AS sold,
         coalesce(sum(ht) FILTER (WHERE now AND credit), 0) AS credited, coalesce(sum(ht) FILTER (WHERE now), 0) AS net,
         coalesce(sum(ht) FILTER (WHERE NOT now AND NOT former), 0) AS before, coalesce(sum(ht) FILTER (WHERE former), 0) AS year_before
  FROM sold GROUP BY 1),
line AS (
  SELECT receiver_id, CASE WHEN bool_and(kg IS NOT NULL) THEN sum(kg) END AS kg, sum(net - cost) AS margin,
         coalesce(sum(net) FILTER (WHERE cost IS NULL), 0) AS without_cost
  FROM sales_of_month(:month_from::date, :zone) GROUP BY 1)
SELECT c.party_code, c.name, c.customer_type, c.wilaya, n.invoices, n.sold, n.credited, n.net, l.kg, n.before,
       CASE WHEN n.before > 0 THEN n.net / n.before - 1 END AS change, n.year_before,
       CASE WHEN n.year_before > 0 THEN n.net / n.year_before - 1 END AS year_change, l.margin, l.without_cost,
       CASE WHEN sum(n.net) OVER () > 0 THEN n.net / sum(n.net) OVER () END AS share,
       CASE WHEN sum(n.net) OVER () > 0 THEN sum(n.net) OVER (ORDER BY n.net DESC, c.party_code) / sum(n.net) OVER () END AS running
FROM net n JOIN party c ON c.party_id = n.receiver_id LEFT JOIN line l USING (receiver_id)
ORDER BY n.net DESC, c.party_code
