-- The lines B and C of the G50 (domain notes §6.2): what was carried forward, fixed assets, sales that were cancelled after they were declared.

-- A machine or a van: its tax is deducted on a line of its own (E3B93), and it is no stock.
ALTER TABLE product DROP CONSTRAINT product_product_type_check;
ALTER TABLE product ADD CONSTRAINT product_product_type_check CHECK (product_type IN ('MP', 'EMB', 'CONS', 'SF', 'PF', 'IMMO'));

-- Sales as they were declared: those that count, and those that were cancelled when their month had been declared, on the 20th of the next one, as
-- they stood then. Their tax is recovered in the month in which they were cancelled (E3B95).
CREATE FUNCTION declared_sales(p_zone text)
RETURNS TABLE (invoice_id bigint, kind text, receiver_id bigint, invoice_no text, invoice_date date, payment_method text, status text, sign int,
               ht numeric, ttc numeric, stamp numeric, cancelled_on date)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_id, i.kind, i.receiver_id, i.invoice_no, i.invoice_date, i.payment_method, i.status, i.sign, i.comp_ht,
         coalesce(i.decl_ttc, i.comp_ttc), coalesce(i.decl_stamp, i.comp_stamp), NULL::date
  FROM hub.v_booked_invoice i WHERE i.direction = 'SALE'
  UNION ALL
  SELECT p.invoice_id, p.kind, p.receiver_id, p.invoice_no, p.invoice_date, p.payment_method, 'CANCELLED',
         CASE p.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END, p.comp_ht, coalesce(p.decl_ttc, p.comp_ttc), coalesce(p.decl_stamp, p.comp_stamp), d.day
  FROM hub.invoice c
  CROSS JOIN LATERAL (
    SELECT i.* FROM hub.invoice i
    WHERE i.direction = c.direction AND i.kind = c.kind AND i.issuer_id = c.issuer_id AND i.fiscal_year = c.fiscal_year
      AND i.invoice_no_norm = c.invoice_no_norm AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
    ORDER BY i.revision DESC LIMIT 1) p
  CROSS JOIN LATERAL (
    SELECT (min(i.created_at) AT TIME ZONE p_zone)::date AS day FROM hub.invoice i
    WHERE i.direction = c.direction AND i.kind = c.kind AND i.issuer_id = c.issuer_id AND i.fiscal_year = c.fiscal_year
      AND i.invoice_no_norm = c.invoice_no_norm AND i.withdrawn_by IS NULL AND i.revision > p.revision) d
  WHERE c.direction = 'SALE' AND c.is_current AND c.withdrawn_by IS NULL AND c.status = 'CANCELLED'
    AND d.day > date_trunc('month', p.invoice_date) + interval '1 month 19 days' $$;

-- Purchases: their tax, how much of it can be deducted and why not all; of that, how much is of fixed assets.
CREATE FUNCTION declared_purchases(p_cash numeric)
RETURNS TABLE (invoice_id bigint, kind text, issuer_id bigint, invoice_no text, invoice_date date, payment_method text, status text,
               ht numeric, ttc numeric, vat numeric, deductible numeric, assets numeric, reason text)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_id, i.kind, i.issuer_id, i.invoice_no, i.invoice_date, i.payment_method, i.status, i.sign * i.comp_ht, i.sign * v.ttc, i.sign * v.vat,
         CASE WHEN d.reason IS NULL THEN i.sign * v.vat ELSE 0 END,
         CASE WHEN d.reason IS NULL THEN i.sign * least(v.vat, coalesce(a.vat, 0)) ELSE 0 END, d.reason
  FROM hub.v_booked_invoice i
  JOIN hub.party c ON c.party_id = i.issuer_id
  LEFT JOIN (SELECT x.invoice_id, sum(coalesce(x.decl_vat, x.vat)) AS vat FROM hub.invoice_vat x GROUP BY 1) t USING (invoice_id)
  LEFT JOIN (
    SELECT l.invoice_id, sum(round(l.line_ht * l.vat_rate / 100, 2)) AS vat
    FROM hub.product o JOIN hub.invoice_line l USING (product_id) WHERE o.product_type = 'IMMO' GROUP BY 1) a USING (invoice_id)
  CROSS JOIN LATERAL (SELECT coalesce(i.decl_ttc, i.comp_ttc) AS ttc, coalesce(t.vat, 0) AS vat) v
  CROSS JOIN LATERAL (SELECT hub.not_deductible(i.kind, i.payment_method, v.ttc, c.nif, p_cash) AS reason) d
  WHERE i.direction = 'PURCHASE' $$;

-- What is carried into a month (E3B91): what could be deducted beyond what was collected, month after month since p_first, into which p_credit was
-- carried.
CREATE FUNCTION vat_carried(p_month date, p_first date, p_credit numeric, p_cash numeric, p_zone text) RETURNS numeric
LANGUAGE sql STABLE AS $$
  WITH sold AS (
    SELECT s.invoice_date, s.cancelled_on, s.sign * t.vat AS vat
    FROM hub.declared_sales(p_zone) s
    JOIN (SELECT x.invoice_id, sum(coalesce(x.decl_vat, x.vat)) AS vat FROM hub.invoice_vat x GROUP BY 1) t USING (invoice_id)),
  month AS (
    SELECT date_trunc('month', day) AS month, sum(vat) AS vat
    FROM (SELECT invoice_date AS day, -vat AS vat FROM sold
          UNION ALL SELECT cancelled_on, vat FROM sold WHERE cancelled_on IS NOT NULL
          UNION ALL SELECT p.invoice_date, p.deductible FROM hub.declared_purchases(p_cash) p) d
    WHERE day >= p_first AND day < p_month GROUP BY 1),
  running AS (SELECT month, p_credit + sum(vat) OVER (ORDER BY month) AS balance FROM month)
  SELECT coalesce((SELECT balance FROM running ORDER BY month DESC LIMIT 1), p_credit) - least(0, min(balance)) FROM running $$;
