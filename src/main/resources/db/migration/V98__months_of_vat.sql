-- Purchases whose tax cannot be deducted, and why (CTCA art. 30, LF 2023 art. 21): more than p_cash DA in cash, as the invoice says or its payments
-- do, or no NIF of the supplier. A credit note takes back no more than was deducted: it follows the invoice that it corrects; one that names none,
-- its supplier. not_deductible (V76) looked at the invoice alone and stays for statements of former versions.
CREATE FUNCTION undeducted_purchases(p_cash numeric) RETURNS TABLE (invoice_id bigint, reason text) LANGUAGE sql STABLE AS $$
  WITH cash AS (
    SELECT i.invoice_id
    FROM hub.payment y JOIN hub.invoice r ON r.invoice_id = y.invoice_id
    JOIN hub.invoice i ON i.direction = r.direction AND i.kind = r.kind AND i.issuer_id = r.issuer_id AND i.fiscal_year = r.fiscal_year
                      AND i.invoice_no_norm = r.invoice_no_norm AND i.is_current
    WHERE y.method = 'ESPECES' AND y.withdrawn_by IS NULL AND r.direction = 'PURCHASE'
    GROUP BY 1 HAVING sum(y.amount) > p_cash),
  own AS MATERIALIZED (
    SELECT i.invoice_id, CASE WHEN i.payment_method = 'ESPECES' AND coalesce(i.decl_ttc, i.comp_ttc) > p_cash OR x.invoice_id IS NOT NULL THEN 'CASH'
                              WHEN c.nif IS NULL THEN 'NO_NIF' END AS reason
    FROM hub.v_booked_invoice i JOIN hub.party c ON c.party_id = i.issuer_id LEFT JOIN cash x USING (invoice_id)
    WHERE i.direction = 'PURCHASE' AND i.kind <> 'CREDIT_NOTE')
  SELECT invoice_id, reason FROM own WHERE reason IS NOT NULL
  UNION ALL
  SELECT n.invoice_id, d.reason
  FROM hub.v_booked_invoice n JOIN hub.party c ON c.party_id = n.issuer_id
  LEFT JOIN hub.invoice r ON r.invoice_id = n.original_invoice_id
  LEFT JOIN hub.invoice i ON i.direction = r.direction AND i.kind = r.kind AND i.issuer_id = r.issuer_id AND i.fiscal_year = r.fiscal_year
                         AND i.invoice_no_norm = r.invoice_no_norm AND i.is_current
  LEFT JOIN own o ON o.invoice_id = i.invoice_id
  CROSS JOIN LATERAL (SELECT coalesce(o.reason, CASE WHEN c.nif IS NULL THEN 'NO_NIF' END) AS reason) d
  WHERE n.direction = 'PURCHASE' AND n.kind = 'CREDIT_NOTE' AND d.reason IS NOT NULL $$;

-- The month of the G50 (its first day) that an invoice belongs to: that of its date; where it came only after that was declared, on the 20th of the
-- next month, the one that was open when it came. Months that were declared before p_since are as they are told.
CREATE FUNCTION vat_month(p_date date, p_came date, p_since date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT date_trunc('month', CASE WHEN d.day >= p_since AND p_came > d.day THEN p_came - 20 ELSE p_date END)::date
  FROM (SELECT (date_trunc('month', p_date) + interval '1 month 19 days')::date AS day) d $$;

-- Since when months have been declared by these books, unless somebody says it: since there are any.
CREATE FUNCTION vat_since(p_told text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(p_told, '')::date, (SELECT min(installed_on)::date FROM hub.flyway_schema_history)) $$;

-- When a number first came, whichever revision of it stands.
CREATE FUNCTION came_on(p_invoice hub.invoice, p_zone text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (CASE WHEN (p_invoice).revision = 1 THEN (p_invoice).created_at
               ELSE (SELECT min(x.created_at) FROM hub.invoice x
                     WHERE x.direction = (p_invoice).direction AND x.kind = (p_invoice).kind AND x.issuer_id = (p_invoice).issuer_id
                       AND x.fiscal_year = (p_invoice).fiscal_year AND x.invoice_no_norm = (p_invoice).invoice_no_norm AND x.withdrawn_by IS NULL)
          END AT TIME ZONE p_zone)::date $$;

-- Papers that were cancelled when the month in which they are declared had been: as they stood then, and the day.
CREATE FUNCTION cancelled_since_declared(p_direction text, p_zone text, p_since date) RETURNS TABLE (invoice_id bigint, month date, cancelled_on date)
LANGUAGE sql STABLE AS $$
  SELECT p.invoice_id, m.month, d.day
  FROM hub.invoice c
  CROSS JOIN LATERAL (
    SELECT i.invoice_id, i.invoice_date, i.revision FROM hub.invoice i
    WHERE i.direction = c.direction AND i.kind = c.kind AND i.issuer_id = c.issuer_id AND i.fiscal_year = c.fiscal_year
      AND i.invoice_no_norm = c.invoice_no_norm AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
    ORDER BY i.revision DESC LIMIT 1) p
  CROSS JOIN LATERAL (
    SELECT (min(i.created_at) AT TIME ZONE p_zone)::date AS day FROM hub.invoice i
    WHERE i.direction = c.direction AND i.kind = c.kind AND i.issuer_id = c.issuer_id AND i.fiscal_year = c.fiscal_year
      AND i.invoice_no_norm = c.invoice_no_norm AND i.withdrawn_by IS NULL AND i.revision > p.revision) d
  CROSS JOIN LATERAL (SELECT hub.vat_month(p.invoice_date, hub.came_on(c, p_zone), p_since) AS month) m
  WHERE c.direction = p_direction AND c.is_current AND c.withdrawn_by IS NULL AND c.status = 'CANCELLED'
    AND d.day > m.month + interval '1 month 19 days' $$;

-- Sales by the month in which they are declared, late ones marked; also those that were cancelled when that had been declared, as they stood then:
-- their tax is recovered in the month in which they were cancelled (E3B95). Supersedes declared_sales (V88), which knew the months of dates alone.
CREATE FUNCTION vat_sales(p_zone text, p_since date)
RETURNS TABLE (invoice_id bigint, kind text, receiver_id bigint, invoice_no text, invoice_date date, payment_method text, status text, sign int,
               ht numeric, ttc numeric, stamp numeric, month date, late boolean, cancelled_on date)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_id, i.kind, i.receiver_id, i.invoice_no, i.invoice_date, i.payment_method, i.status, CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END,
         i.comp_ht, coalesce(i.decl_ttc, i.comp_ttc), coalesce(i.decl_stamp, i.comp_stamp), m.month, m.month > i.invoice_date, NULL::date
  FROM hub.invoice i CROSS JOIN LATERAL (SELECT hub.vat_month(i.invoice_date, hub.came_on(i, p_zone), p_since) AS month) m
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
  UNION ALL
  SELECT p.invoice_id, p.kind, p.receiver_id, p.invoice_no, p.invoice_date, p.payment_method, 'CANCELLED',
         CASE p.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END, p.comp_ht, coalesce(p.decl_ttc, p.comp_ttc), coalesce(p.decl_stamp, p.comp_stamp),
         c.month, c.month > p.invoice_date, c.cancelled_on
  FROM hub.cancelled_since_declared('SALE', p_zone, p_since) c JOIN hub.invoice p USING (invoice_id) $$;

-- Purchases by the month in which they are declared: their tax, how much of it can be deducted and why not all; of that, how much is of fixed assets.
-- What was cancelled when it had been declared is given back in the month in which it was. Where there is no tax there is nothing to deduct, and no
-- reason why not. Supersedes declared_purchases (V88).
CREATE FUNCTION vat_purchases(p_cash numeric, p_zone text, p_since date)
RETURNS TABLE (invoice_id bigint, kind text, issuer_id bigint, invoice_no text, invoice_date date, payment_method text, status text,
               ht numeric, ttc numeric, vat numeric, deductible numeric, assets numeric, reason text, month date, late boolean, cancelled_on date)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_id, i.kind, i.issuer_id, i.invoice_no, i.invoice_date, i.payment_method, i.status, v.sign * i.comp_ht, v.sign * v.ttc, v.sign * v.vat,
         CASE WHEN d.reason IS NULL THEN v.sign * v.vat ELSE 0 END,
         CASE WHEN d.reason IS NULL THEN v.sign * least(v.vat, coalesce(a.vat, 0)) ELSE 0 END, d.reason, m.month, m.month > i.invoice_date, NULL::date
  FROM hub.invoice i
  LEFT JOIN (SELECT x.invoice_id, sum(coalesce(x.decl_vat, x.vat)) AS vat FROM hub.invoice_vat x GROUP BY 1) t USING (invoice_id)
  LEFT JOIN (
    SELECT l.invoice_id, sum(round(l.line_ht * l.vat_rate / 100, 2)) AS vat
    FROM hub.product o JOIN hub.invoice_line l USING (product_id) WHERE o.product_type = 'IMMO' GROUP BY 1) a USING (invoice_id)
  LEFT JOIN hub.undeducted_purchases(p_cash) u USING (invoice_id)
  CROSS JOIN LATERAL (
    SELECT CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS sign, coalesce(i.decl_ttc, i.comp_ttc) AS ttc, coalesce(t.vat, 0) AS vat) v
  CROSS JOIN LATERAL (SELECT CASE WHEN v.vat <> 0 THEN u.reason END AS reason) d
  CROSS JOIN LATERAL (SELECT hub.vat_month(i.invoice_date, hub.came_on(i, p_zone), p_since) AS month) m
  WHERE i.direction = 'PURCHASE' AND i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
  UNION ALL
  SELECT p.invoice_id, p.kind, p.issuer_id, p.invoice_no, p.invoice_date, p.payment_method, 'CANCELLED', g.sign * p.comp_ht, g.sign * v.ttc, g.sign * v.vat,
         CASE WHEN r.reason IS NULL THEN g.sign * v.vat ELSE 0 END,
         CASE WHEN r.reason IS NULL THEN g.sign * least(v.vat, coalesce(a.vat, 0)) ELSE 0 END, r.reason,
         CASE WHEN f.back THEN date_trunc('month', c.cancelled_on)::date ELSE c.month END, c.month > p.invoice_date, CASE WHEN f.back THEN c.cancelled_on END
  FROM hub.cancelled_since_declared('PURCHASE', p_zone, p_since) c JOIN hub.invoice p USING (invoice_id)
  JOIN hub.party s ON s.party_id = p.issuer_id
  LEFT JOIN LATERAL (
    SELECT sum(round(l.line_ht * l.vat_rate / 100, 2)) AS vat FROM hub.invoice_line l JOIN hub.product o USING (product_id)
    WHERE l.invoice_id = p.invoice_id AND o.product_type = 'IMMO') a ON true
  CROSS JOIN (VALUES (1, false), (-1, true)) f (way, back)
  CROSS JOIN LATERAL (
    SELECT f.way * CASE p.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS sign) g (sign)
  CROSS JOIN LATERAL (
    SELECT coalesce(p.decl_ttc, p.comp_ttc) AS ttc,
           coalesce((SELECT sum(coalesce(x.decl_vat, x.vat)) FROM hub.invoice_vat x WHERE x.invoice_id = p.invoice_id), 0) AS vat) v
  CROSS JOIN LATERAL (SELECT CASE WHEN v.vat <> 0 THEN hub.not_deductible(p.kind, p.payment_method, v.ttc, s.nif, p_cash) END AS reason) r $$;

-- What is carried into a month (E3B91): what could be deducted beyond what was collected, month after month as they were declared since p_first, into
-- which p_credit was carried. Supersedes vat_carried (V88).
CREATE FUNCTION vat_carried_into(p_month date, p_first date, p_credit numeric, p_cash numeric, p_zone text, p_since date) RETURNS numeric
LANGUAGE sql STABLE AS $$
  WITH sold AS (
    SELECT s.month, s.cancelled_on, s.sign * t.vat AS vat
    FROM hub.vat_sales(p_zone, p_since) s
    JOIN (SELECT x.invoice_id, sum(coalesce(x.decl_vat, x.vat)) AS vat FROM hub.invoice_vat x GROUP BY 1) t USING (invoice_id)),
  month AS (
    SELECT date_trunc('month', day) AS month, sum(vat) AS vat
    FROM (SELECT month AS day, -vat AS vat FROM sold
          UNION ALL SELECT cancelled_on, vat FROM sold WHERE cancelled_on IS NOT NULL
          UNION ALL SELECT p.month, p.deductible FROM hub.vat_purchases(p_cash, p_zone, p_since) p) d
    WHERE day >= p_first AND day < p_month GROUP BY 1),
  running AS (SELECT month, p_credit + sum(vat) OVER (ORDER BY month) AS balance FROM month)
  SELECT coalesce((SELECT balance FROM running ORDER BY month DESC LIMIT 1), p_credit) - least(0, min(balance)) FROM running $$;
