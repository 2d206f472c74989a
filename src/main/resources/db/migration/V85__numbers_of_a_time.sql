-- Numbers of a year up to the highest of a paper dated before that day, whenever those below it are dated: one that came late accuses none of them.
CREATE FUNCTION sales_numbers(p_year int, p_until date) RETURNS SETOF v_sales_number LANGUAGE sql STABLE AS $$
  SELECT fiscal_year, series, kind, seq_no, invoice_no, invoice_date, status, receiver_id FROM (
    SELECT *, max(seq_no) FILTER (WHERE invoice_date < p_until) OVER (PARTITION BY series, kind) AS highest
    FROM hub.v_sales_number WHERE fiscal_year = p_year) y
  WHERE seq_no <= highest $$;
