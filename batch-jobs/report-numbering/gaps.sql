-- Numbers that nobody has, as ranges, with the papers on both sides.
WITH n AS ( -- up to the highest number of a paper of that time, whenever those below it are dated
  SELECT * FROM (
    SELECT *, max(seq_no) FILTER (WHERE invoice_date < :until) OVER (PARTITION BY series, kind) AS highest FROM v_sales_number WHERE fiscal_year = :year) y
  WHERE seq_no <= highest),
x AS (
  SELECT *, lag(seq_no) OVER w AS before, lag(invoice_no) OVER w AS before_no, lag(invoice_date) OVER w AS before_date
  FROM n WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, before + 1 AS from_no, seq_no - 1 AS to_no, seq_no - before - 1 AS missing, before_no, before_date, invoice_no AS after_no, invoice_date AS after_date
FROM x WHERE seq_no > before + 1 ORDER BY series, kind, before
