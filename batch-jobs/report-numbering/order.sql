-- Papers dated before one of a lower number.
WITH n AS ( -- up to the highest number of a paper of that time, whenever those below it are dated
  SELECT * FROM (
    SELECT *, max(seq_no) FILTER (WHERE invoice_date < :until) OVER (PARTITION BY series, kind) AS highest FROM v_sales_number WHERE fiscal_year = :year) y
  WHERE seq_no <= highest),
x AS (
  SELECT *, max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest FROM n)
SELECT x.series, x.kind, x.invoice_no, x.invoice_date, x.latest, c.name AS customer
FROM x JOIN party c ON c.party_id = x.receiver_id WHERE x.invoice_date < x.latest ORDER BY x.series, x.kind, x.seq_no
