WITH sold AS (
  SELECT i.receiver_id, i.invoice_date >= :month_from AS now, i.kind = 'CREDIT_NOTE' AS credit, i.comp_ht AS ht
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT'
    AND i.invoice_date >= :month_from::date - interval '1 month' AND i.invoice_date < :month_to),
net AS (
  SELECT receiver_id, count(*) FILTER (WHERE now) AS invoices, coalesce(sum(ht) FILTER (WHERE now AND NOT credit), 0) AS sold,
         -coalesce(sum(ht) FILTER (WHERE now AND credit), 0) AS credited,
         coalesce(sum(CASE WHEN credit THEN -ht ELSE ht END) FILTER (WHERE now), 0) AS net,
         coalesce(sum(CASE WHEN credit THEN -ht ELSE ht END) FILTER (WHERE NOT now), 0) AS before
  FROM sold GROUP BY 1)
SELECT c.party_code, c.name, c.customer_type, c.wilaya, n.invoices, n.sold, n.credited, n.net, n.before,
       CASE WHEN n.before > 0 THEN n.net / n.before - 1 END AS change,
       CASE WHEN sum(n.net) OVER () > 0 THEN n.net / sum(n.net) OVER () END AS share
FROM net n JOIN party c ON c.party_id = n.receiver_id
ORDER BY n.net DESC, c.party_code
