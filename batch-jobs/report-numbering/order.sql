-- Papers dated before one of a lower number.
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
  SELECT *, max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest FROM n)
SELECT x.series, x.kind, x.invoice_no, x.invoice_date, x.latest, c.name AS customer
FROM x JOIN party c ON c.party_id = x.receiver_id WHERE x.invoice_date < x.latest ORDER BY x.series, x.kind, x.seq_no
