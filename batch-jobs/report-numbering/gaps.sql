-- Numbers that nobody has, as ranges, with the papers on both sides.
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
  SELECT *, lag(seq_no) OVER w AS before, lag(invoice_no) OVER w AS before_no, lag(invoice_date) OVER w AS before_date
  FROM n WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, before + 1 AS from_no, seq_no - 1 AS to_no, seq_no - before - 1 AS missing, before_no, before_date, invoice_no AS after_no, invoice_date AS after_date
FROM x WHERE seq_no > before + 1 ORDER BY series, kind, before
