-- Papers dated before one of a lower number.
WITH x AS (
  SELECT *, max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest FROM sales_numbers(:year, :until))
SELECT x.series, x.kind, x.invoice_no, x.invoice_date, x.latest, c.name AS customer
FROM x JOIN party c ON c.party_id = x.receiver_id WHERE x.invoice_date < x.latest ORDER BY x.series, x.kind, x.seq_no
