-- Each series of the year up to the end of the month: first, last, how many, what is missing and what is out of the order of dates (INV-025, INV-026).
-- A cancelled invoice has its number.
WITH sold AS (
  SELECT coalesce(i.series, '') AS series, i.seq_no, i.invoice_no, i.invoice_date, i.status, i.receiver_id,
         CASE i.kind WHEN 'CREDIT_NOTE' THEN 'CREDIT_NOTE' ELSE 'INVOICE' END AS kind
  FROM invoice i
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.fiscal_year = :year AND i.invoice_date < :until AND i.seq_no IS NOT NULL),
apart AS ( -- series in which invoices and credit notes have the same numbers: each counts for itself
  SELECT DISTINCT series FROM (SELECT series FROM sold GROUP BY series, seq_no HAVING count(DISTINCT kind) > 1) d),
n AS (
  SELECT s.series, CASE WHEN a.series IS NULL THEN 'ALL' ELSE s.kind END AS kind, s.seq_no, s.invoice_no, s.invoice_date, s.status, s.receiver_id
  FROM sold s LEFT JOIN apart a USING (series)),
x AS (
  SELECT *, lag(seq_no) OVER w AS before,
         max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
  FROM n WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, min(seq_no) AS first, max(seq_no) AS last, count(DISTINCT seq_no) AS count,
       coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS missing,
       count(*) FILTER (WHERE invoice_date < latest) AS out_of_order, count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
       max(seq_no) - min(seq_no) + 1 - count(DISTINCT seq_no) - coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS control
FROM x GROUP BY 1, 2 ORDER BY 1, 2
