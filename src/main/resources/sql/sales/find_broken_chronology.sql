-- Of each new sale the number before it in its series, where that one is dated later (INV-026).
SELECT n.invoice_no, n.invoice_date, n.source_sheet, n.source_row, p.invoice_no AS other, p.invoice_date AS other_date
FROM invoice n
CROSS JOIN LATERAL (
  SELECT i.invoice_no, i.invoice_date FROM invoice i
  WHERE i.direction = 'SALE' AND i.is_current AND i.series = n.series AND i.fiscal_year = n.fiscal_year
    AND i.seq_no < n.seq_no
  ORDER BY i.seq_no DESC LIMIT 1) p
WHERE n.submission_id = :submission AND n.direction = 'SALE' AND n.is_current AND p.invoice_date > n.invoice_date
