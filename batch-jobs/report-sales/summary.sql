WITH i AS (
  SELECT i.invoice_date >= :month_from AS now, i.kind, i.receiver_id, i.sign * i.comp_ht AS ht
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT'
    AND i.invoice_date >= :month_from::date - interval '1 month' AND i.invoice_date < :month_to)
SELECT :month AS month, count(*) FILTER (WHERE now) AS invoices, count(DISTINCT receiver_id) FILTER (WHERE now) AS customers,
       coalesce(sum(ht) FILTER (WHERE now), 0) AS net, coalesce(sum(ht) FILTER (WHERE NOT now), 0) AS before,
       CASE WHEN sum(ht) FILTER (WHERE NOT now) > 0 THEN coalesce(sum(ht) FILTER (WHERE now), 0) / sum(ht) FILTER (WHERE NOT now) - 1 END AS change
FROM i
