-- Numbers that nobody has, as ranges, with the papers on both sides.
WITH x AS (
  SELECT *, lag(seq_no) OVER w AS before, lag(invoice_no) OVER w AS before_no, lag(invoice_date) OVER w AS before_date
  FROM sales_numbers(:year, :until) WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, before + 1 AS from_no, seq_no - 1 AS to_no, seq_no - before - 1 AS missing, before_no, before_date, invoice_no AS after_no, invoice_date AS after_date
FROM x WHERE seq_no > before + 1 ORDER BY series, kind, before
