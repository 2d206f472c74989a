-- What several reports and the reconciliation say in the same way.

-- Invoices that count, credit notes with their sign.
CREATE VIEW v_booked_invoice AS
SELECT i.*, CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS sign
FROM invoice i WHERE i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED');

-- Sales as they stand at the end of a day: due, owed, and paid by then, whichever revision the payment was made on. Credit notes are negative.
CREATE FUNCTION receivable_at(p_day date)
RETURNS TABLE (invoice_id bigint, receiver_id bigint, invoice_no text, kind text, invoice_date date, due date, owed numeric, paid numeric, open numeric)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_id, i.receiver_id, i.invoice_no, i.kind, i.invoice_date, coalesce(i.due_date, i.invoice_date + c.payment_terms_days),
         i.sign * v.owed, i.sign * m.paid, i.sign * (v.owed - m.paid)
  FROM hub.v_booked_invoice i
  JOIN hub.party c ON c.party_id = i.receiver_id
  CROSS JOIN LATERAL (SELECT coalesce(i.decl_net, coalesce(i.decl_ttc, i.comp_ttc) + coalesce(i.decl_stamp, 0)) AS owed) v
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(y.amount), 0) AS paid FROM hub.invoice r JOIN hub.payment y ON y.invoice_id = r.invoice_id
    WHERE r.direction = i.direction AND r.kind = i.kind AND r.issuer_id = i.issuer_id AND r.fiscal_year = i.fiscal_year
      AND r.invoice_no_norm = i.invoice_no_norm AND y.withdrawn_by IS NULL AND y.paid_on <= p_day) m
  WHERE i.direction = 'SALE' AND i.invoice_date <= p_day $$;

-- Numbers of sales, cancelled ones too. In a series in which invoices and credit notes have the same numbers each counts for itself.
CREATE VIEW v_sales_number AS
WITH sold AS (
  SELECT i.fiscal_year, coalesce(i.series, '') AS series, i.seq_no, i.invoice_no, i.invoice_date, i.status, i.receiver_id,
         CASE i.kind WHEN 'CREDIT_NOTE' THEN 'CREDIT_NOTE' ELSE 'INVOICE' END AS kind
  FROM invoice i WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.seq_no IS NOT NULL),
apart AS (
  SELECT DISTINCT fiscal_year, series FROM (
    SELECT fiscal_year, series FROM sold GROUP BY fiscal_year, series, seq_no HAVING count(DISTINCT kind) > 1) d)
SELECT s.fiscal_year, s.series, CASE WHEN a.series IS NULL THEN 'ALL' ELSE s.kind END AS kind, s.seq_no, s.invoice_no, s.invoice_date, s.status,
       s.receiver_id
FROM sold s LEFT JOIN apart a USING (fiscal_year, series);

-- What a reversal takes back in the end, though it reversed a reversal: it counts as that.
CREATE VIEW v_reversed_origin AS
WITH RECURSIVE root AS (
  SELECT m.movement_id, m.reverses_id AS of FROM stock_movement m WHERE m.reverses_id IS NOT NULL
  UNION ALL
  SELECT r.movement_id, o.reverses_id FROM root r JOIN stock_movement o ON o.movement_id = r.of WHERE o.reverses_id IS NOT NULL)
SELECT r.movement_id, o.origin FROM root r JOIN stock_movement o ON o.movement_id = r.of WHERE o.reverses_id IS NULL;
