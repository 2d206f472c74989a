-- Each series of the year up to the end of the month: first, last, how many, what is missing and what is out of the order of dates (INV-025, INV-026).
-- A cancelled invoice has its number.
WITH n AS ( -- up to the highest number of a paper of that time, whenever those below it are dated
  SELECT * FROM (
    SELECT *, max(seq_no) FILTER (WHERE invoice_date < :until) OVER (PARTITION BY series, kind) AS highest FROM v_sales_number WHERE fiscal_year = :year) y
  WHERE seq_no <= highest),
x AS (
  SELECT *, lag(seq_no) OVER w AS before,
         max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
  FROM n WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, min(seq_no) AS first, max(seq_no) AS last, count(DISTINCT seq_no) AS count,
       coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS missing,
       count(*) FILTER (WHERE invoice_date < latest) AS out_of_order, count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
       max(seq_no) - min(seq_no) + 1 - count(DISTINCT seq_no) - coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS control
FROM x GROUP BY 1, 2 ORDER BY 1, 2
