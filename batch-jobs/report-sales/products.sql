-- Products by what was sold of them in the month, credit notes taken off, beside the month before; the share of all and as it adds up (ABC).
WITH line AS (
  SELECT coalesce(l.product_id, 0) AS product_id, i.invoice_date >= :month_from AS now, i.kind = 'CREDIT_NOTE' AS credit,
         coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END) AS qty, l.line_ht
  FROM v_booked_invoice i JOIN invoice_line l USING (invoice_id)
  WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT'
    AND i.invoice_date >= :month_from::date - interval '1 month' AND i.invoice_date < :month_to),
product_of AS (
  SELECT product_id, coalesce(sum(CASE WHEN credit THEN -qty ELSE qty END) FILTER (WHERE now), 0) AS qty,
         coalesce(sum(line_ht) FILTER (WHERE now AND NOT credit), 0) AS sold, -coalesce(sum(line_ht) FILTER (WHERE now AND credit), 0) AS credited,
         coalesce(sum(CASE WHEN credit THEN -line_ht ELSE line_ht END) FILTER (WHERE NOT now), 0) AS before
  FROM line GROUP BY 1),
net AS (
  SELECT p.*, p.sold + p.credited AS net, sum(p.sold + p.credited) OVER () AS total,
         sum(p.sold + p.credited) OVER (ORDER BY p.sold + p.credited DESC, p.product_id) AS running FROM product_of p)
SELECT o.product_type, o.product_code, coalesce(o.name, '–') AS name, n.qty, o.base_uom, n.sold, n.credited, n.net, n.before,
       CASE WHEN n.before > 0 THEN n.net / n.before - 1 END AS change, CASE WHEN n.qty > 0 THEN n.net / n.qty END AS price,
       CASE WHEN n.total > 0 THEN n.net / n.total END AS share, CASE WHEN n.total > 0 THEN n.running / n.total END AS running
FROM net n LEFT JOIN product o USING (product_id)
ORDER BY n.net DESC, n.product_id
