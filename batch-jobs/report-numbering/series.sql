-- Each series of the year up to the end of the month: first, last, how many, what is missing and what is out of the order of dates (INV-025, INV-026).
-- A cancelled invoice has its number. Before the first one nothing is accused: what the year before did not reach may never have been given to the
-- hub; it is told in a column of its own.
WITH former AS (
  SELECT series, kind, max(seq_no) AS last FROM v_sales_number WHERE fiscal_year = :year - 1 GROUP BY 1, 2),
x AS (
  SELECT *, lag(seq_no) OVER w AS before,
         max(invoice_date) OVER (PARTITION BY series, kind ORDER BY seq_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
  FROM sales_numbers(:year, :until) WINDOW w AS (PARTITION BY series, kind ORDER BY seq_no))
SELECT series, kind, min(seq_no) AS first, max(seq_no) AS last, count(DISTINCT seq_no) AS count,
       coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS missing,
       count(*) FILTER (WHERE invoice_date < latest) AS out_of_order, count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
       max(seq_no) - min(seq_no) + 1 - count(DISTINCT seq_no) - coalesce(sum(seq_no - before - 1) FILTER (WHERE seq_no > before + 1), 0) AS control,
       min(seq_no) - 1 - coalesce(max(f.last) FILTER (WHERE f.last < first_no), 0) AS before_first
FROM (SELECT *, min(seq_no) OVER (PARTITION BY series, kind) AS first_no FROM x) x LEFT JOIN former f USING (series, kind)
GROUP BY 1, 2 ORDER BY 1, 2
