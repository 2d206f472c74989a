-- What the statement of suppliers, the order book and the yields of production say in the same way as other reports.

-- Why the tax of a purchase cannot be deducted: more than p_cash DA paid in cash, or no NIF of the supplier (CTCA art. 30, LF 2023 art. 21).
CREATE FUNCTION not_deductible(p_kind text, p_method text, p_ttc numeric, p_nif text, p_cash numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_kind = 'CREDIT_NOTE' THEN NULL
              WHEN p_method = 'ESPECES' AND p_ttc > p_cash THEN 'CASH'
              WHEN p_nif IS NULL THEN 'NO_NIF' END $$;

-- Invoices that count with their other side, their tax, and what that side lacks to be declared (LF 2021 art. 42, CIDTA art. 183 ter).
CREATE VIEW v_declared_invoice AS
SELECT i.invoice_id, i.direction, i.kind, i.invoice_no, i.invoice_date, i.payment_method, coalesce(i.decl_ttc, i.comp_ttc) AS ttc,
       i.sign * i.comp_ht AS ht, i.sign * t.vat AS vat, c.party_id, c.party_code, c.name, c.nif, c.rc, c.ai, c.address, c.phone,
       CASE WHEN c.nif IS NULL AND c.rc_norm IS NULL THEN 'NIF_RC' WHEN c.nif IS NULL THEN 'NIF' WHEN c.rc_norm IS NULL THEN 'RC' END AS missing
FROM v_booked_invoice i
JOIN party c ON c.party_id = CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END
CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(v.decl_vat, v.vat)), 0) AS vat FROM invoice_vat v WHERE v.invoice_id = i.invoice_id) t;

-- The three yields of batches that were made (domain notes §4.2), fractions, and kg for 100 L of milk; null is what cannot be computed. What is
-- compared is what the same recipe gives, or else the same product.
CREATE VIEW v_batch_yield AS
SELECT b.batch_id, b.batch_no, b.made_on, b.product_id, p.product_code, p.name AS product_name,
       coalesce(r.recipe_code || ' v' || r.version, b.recipe_text, p.product_code) AS recipe,
       b.milk_litres, b.milk_fat_pct / 100 AS fat, b.input_kg, b.output_kg, b.qty_planned, b.qty_produced, b.uom_code,
       b.qty_produced / nullif(b.qty_planned, 0) AS plan_yield, b.output_kg / nullif(b.input_kg, 0) AS mass_yield,
       b.output_kg * 100 / nullif(b.milk_litres, 0) AS kg_100l, b.loss_kg, b.loss_kg / nullif(b.input_kg, 0) AS loss, b.loss_reason,
       CASE WHEN b.ended_at > b.started_at THEN round(extract(epoch FROM b.ended_at - b.started_at) / 60)::int END AS minutes,
       b.operator, b.quality_status, 1 - coalesce(r.loss_tolerance_pct, 2) / 100 AS least_plan_yield
FROM production_batch b
JOIN product p USING (product_id)
LEFT JOIN recipe r USING (recipe_id)
WHERE b.is_current AND b.withdrawn_by IS NULL AND b.status NOT IN ('PLANNED', 'CANCELLED');

-- Each product of an order as it stands at the end of a day: what was ordered, and what invoices that name the order (and are the same
-- customer's) say was delivered, when: at the exit that has the number of the delivery note or the invoice, else on the invoice's day. What a credit note takes
-- back was delivered all the same. Quantities in base units, null where a unit cannot be converted.
CREATE FUNCTION order_delivery_at(p_day date, p_zone text)
RETURNS TABLE (order_id bigint, product_id bigint, wanted_on date, ordered numeric, ht numeric, delivered numeric, in_time numeric, delivered_on date)
LANGUAGE sql STABLE ROWS 10000 AS $$
  WITH line AS MATERIALIZED (
    SELECT o.order_id, o.customer_id, o.order_no_norm, l.product_id, min(coalesce(l.requested_date, o.requested_date)) AS wanted_on,
           CASE WHEN bool_and(l.qty_base IS NOT NULL OR l.uom_code IS NULL) THEN sum(coalesce(l.qty_base, l.qty)) END AS ordered, sum(l.line_ht) AS ht
    FROM hub.sales_order o JOIN hub.sales_order_line l USING (order_id)
    WHERE o.is_current AND o.withdrawn_by IS NULL AND o.status NOT IN ('DRAFT', 'CANCELLED') AND o.order_date <= p_day
    GROUP BY 1, 2, 3, 4),
  billed AS MATERIALIZED (
    SELECT i.invoice_id, i.receiver_id, i.order_no, i.invoice_date, l.product_id,
           array_append(hub.delivery_numbers(i.delivery_no), hub.document_number(i.invoice_no)) AS nos,
           CASE WHEN bool_and(l.qty_base IS NOT NULL OR l.uom_code IS NULL) THEN sum(coalesce(l.qty_base, l.qty)) END AS qty
    FROM hub.v_booked_invoice i JOIN hub.invoice_line l USING (invoice_id)
    WHERE i.direction = 'SALE' AND i.kind IN ('INVOICE', 'RECAP') AND i.order_no IS NOT NULL AND l.product_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, i.delivery_no, i.invoice_no),
  exit AS MATERIALIZED (
    SELECT m.product_id, hub.document_number(m.ref_no) AS no, (min(m.effective_at) AT TIME ZONE p_zone)::date AS day
    FROM hub.v_movement_in_force m
    WHERE m.origin = 'VENTE' AND m.ref_no IS NOT NULL AND m.product_id IN (SELECT product_id FROM billed)
    GROUP BY 1, 2),
  delivery AS (
    SELECT b.receiver_id, n.no, b.product_id, b.qty, coalesce(min(e.day), b.invoice_date) AS day
    FROM billed b
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(hub.delivery_numbers(b.order_no)) AS no) n
    LEFT JOIN exit e ON e.product_id = b.product_id AND e.no = ANY (b.nos)
    GROUP BY b.invoice_id, b.receiver_id, n.no, b.product_id, b.qty, b.invoice_date)
  SELECT l.order_id, l.product_id, l.wanted_on, l.ordered, l.ht, coalesce(sum(d.qty), 0), coalesce(sum(d.qty) FILTER (WHERE d.day <= l.wanted_on), 0),
         max(d.day)
  FROM line l
  LEFT JOIN delivery d ON d.receiver_id = l.customer_id AND d.no = l.order_no_norm AND d.product_id = l.product_id AND d.day <= p_day
  GROUP BY 1, 2, 3, 4, 5 $$;
