-- What the journal of stamps and the report of expiring lots say (domain notes §1.4, §6.9).

-- The share of an amount in cash that its receipt costs, before it is rounded: 0.015 is 1.5 DA of 100. None where nothing is due.
CREATE FUNCTION stamp_rate(p_day date, p_amount numeric) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT b.rate_per_slice / r.slice FROM hub.stamp_regime r JOIN hub.stamp_bracket b USING (regime_id)
  WHERE p_day BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity') AND p_amount > r.exempt_up_to
    AND (b.upper_incl IS NULL OR p_amount <= b.upper_incl)
  ORDER BY b.upper_incl NULLS LAST LIMIT 1 $$;

-- Lots with a date that lie somewhere at the end of a day. What will be left of one when it expires is what lies there less the product's average
-- exits of p_sales_days days until then, lots that expire sooner first; what has expired is not sold.
CREATE FUNCTION dated_lots(p_day date, p_sales_days int, p_zone text)
RETURNS TABLE (product_id bigint, warehouse_id bigint, lot_code text, made_on date, dlc date, status text, days_left int, qty numeric, kg numeric,
               value numeric, daily numeric, left_over numeric)
LANGUAGE sql STABLE AS $$
  WITH stock AS (
    SELECT s.product_id, s.warehouse_id, s.lot_id, s.qty
    FROM hub.stock_at((p_day + 1)::timestamp AT TIME ZONE p_zone) s WHERE s.qty > 0 AND s.lot_id IS NOT NULL),
  sold AS (
    SELECT product_id, warehouse_id, -sum(qty_base) / p_sales_days AS daily FROM hub.stock_movement
    WHERE origin IN ('VENTE', 'RETOUR_CLIENT') AND effective_at > (p_day + 1 - p_sales_days)::timestamp AT TIME ZONE p_zone
      AND effective_at <= (p_day + 1)::timestamp AT TIME ZONE p_zone
    GROUP BY 1, 2),
  cost AS (
    SELECT product_id, CASE WHEN sum(valued_qty) > 0 AND sum(value) >= 0 THEN sum(value) / sum(valued_qty) END AS unit_cost
    FROM hub.v_stock_worth WHERE effective_at <= (p_day + 1)::timestamp AT TIME ZONE p_zone GROUP BY 1),
  lying AS (
    SELECT s.*, l.lot_code, l.made_on, coalesce(l.dlc, l.ddm) AS dlc, l.status, coalesce(l.dlc, l.ddm) - p_day AS days_left,
           greatest(coalesce(d.daily, 0), 0) AS daily
    FROM stock s JOIN hub.lot l USING (lot_id) LEFT JOIN sold d ON d.product_id = s.product_id AND d.warehouse_id = s.warehouse_id
    WHERE coalesce(l.dlc, l.ddm) IS NOT NULL),
  sooner AS ( -- what lies there up to this lot, less what is sold until it expires: never less than a sooner one lacked
    SELECT *, least(0, min(daily * greatest(days_left, 0) - up_to) OVER w) AS unsold
    FROM (SELECT *, sum(qty) OVER w AS up_to FROM lying
          WINDOW w AS (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id ROWS UNBOUNDED PRECEDING)) l
    WINDOW w AS (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id ROWS UNBOUNDED PRECEDING)),
  rest AS (
    SELECT *, lag(unsold, 1, 0) OVER (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id) - unsold AS left_over FROM sooner)
  SELECT r.product_id, r.warehouse_id, r.lot_code, r.made_on, r.dlc, r.status, r.days_left, r.qty,
         r.qty * k.kg,
         round(r.qty * c.unit_cost, 2), r.daily, r.left_over
  FROM rest r JOIN hub.v_product_weight k USING (product_id) LEFT JOIN cost c USING (product_id) $$;

-- Sales that were paid in cash or carry a stamp, and receipts in cash or with one: what was declared beside what the law asks for (art. 100 code du
-- timbre, domain notes §1.4). It is due once: where the invoice is in cash itself, its receipt owes nothing more, whenever it was given.
CREATE FUNCTION stamp_papers(p_from date, p_to date)
RETURNS TABLE (day date, number text, receiver_id bigint, paper text, method text, cash numeric, declared numeric, expected numeric, state text,
               submission_id bigint, document text)
LANGUAGE sql STABLE AS $$
  SELECT i.invoice_date, i.invoice_no, i.receiver_id, 'INVOICE', i.payment_method, i.sign * coalesce(i.decl_ttc, i.comp_ttc),
         i.sign * coalesce(i.decl_stamp, 0), i.sign * i.comp_stamp, i.stamp_status, i.submission_id, i.invoice_no
  FROM hub.v_booked_invoice i
  WHERE i.direction = 'SALE' AND i.invoice_date >= p_from AND i.invoice_date < p_to
    AND (i.comp_stamp <> 0 OR coalesce(i.decl_stamp, 0) <> 0 OR i.payment_method = 'ESPECES')
  UNION ALL
  SELECT y.paid_on, coalesce(y.reference, i.invoice_no), i.receiver_id, 'RECEIPT', y.method, v.cash, v.declared, v.expected,
         CASE WHEN once.on_invoice THEN 'ON_INVOICE' WHEN v.declared = v.expected THEN 'OK' WHEN v.expected = 0 THEN 'UNEXPECTED'
              WHEN y.decl_stamp IS NULL THEN 'MISSING' ELSE 'WRONG' END, y.submission_id, i.invoice_no
  FROM hub.payment y JOIN hub.invoice i USING (invoice_id)
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT FROM hub.v_booked_invoice n
      WHERE n.direction = i.direction AND n.kind = i.kind AND n.issuer_id = i.issuer_id AND n.fiscal_year = i.fiscal_year
        AND n.invoice_no_norm = i.invoice_no_norm AND n.payment_method = 'ESPECES') AS on_invoice) once
  CROSS JOIN LATERAL (
    SELECT coalesce(y.decl_stamp, 0) AS declared, CASE WHEN once.on_invoice OR y.method <> 'ESPECES' THEN 0 ELSE y.amount END AS cash,
           CASE WHEN once.on_invoice THEN 0 ELSE y.stamp END AS expected) v
  WHERE i.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.paid_on >= p_from AND y.paid_on < p_to
    AND (v.declared <> 0 OR y.method = 'ESPECES' AND NOT once.on_invoice) $$;

-- Rows that were refused in those days, but those whose document came since, in whichever file: it is there, or, of what has no number of its own,
-- a later file wrote it.
CREATE FUNCTION refused_since(p_from date, p_until date, p_zone text)
RETURNS TABLE (submission_id bigint, received_at timestamptz, document text) LANGUAGE sql STABLE AS $$
  SELECT s.id, s.received_at, r.document
  FROM hub.submission s JOIN hub.refused_row r ON r.submission_id = s.id
  WHERE s.received_at >= p_from::timestamp AT TIME ZONE p_zone AND s.received_at < (p_until + 1)::timestamp AT TIME ZONE p_zone
    AND NOT s.preview AND s.undoes IS NULL AND s.status IN ('PARTIAL', 'REJECTED')
    AND NOT EXISTS (SELECT FROM hub.invoice i WHERE i.invoice_no_norm = hub.document_number(r.document) AND i.is_current AND i.withdrawn_by IS NULL
                    AND s.folder = 'invoices')
    AND NOT EXISTS (SELECT FROM hub.sales_order o WHERE o.order_no_norm = hub.document_number(r.document) AND o.is_current AND o.withdrawn_by IS NULL
                    AND s.folder = 'orders')
    AND NOT EXISTS (SELECT FROM hub.production_batch b WHERE b.batch_no_norm = hub.document_number(r.document) AND b.is_current
                    AND b.withdrawn_by IS NULL AND s.folder = 'production')
    AND NOT EXISTS (SELECT FROM hub.payment y JOIN hub.invoice i USING (invoice_id)
                    WHERE i.invoice_no_norm = hub.document_number(r.document) AND y.withdrawn_by IS NULL AND y.submission_id > s.id
                      AND s.folder = 'payments')
    AND NOT EXISTS (SELECT FROM hub.stock_movement m WHERE hub.document_number(m.ref_no) = hub.document_number(r.document)
                    AND m.submission_id > s.id AND s.folder = 'stock-movements')
    AND NOT EXISTS (SELECT FROM hub.product p WHERE hub.document_number(p.product_code) = hub.document_number(r.document) AND s.folder = 'products'
                    AND (p.submission_id > s.id OR EXISTS (SELECT FROM hub.record_change c
                         WHERE c.kind = 'product' AND c.record_id = p.product_id AND c.submission_id > s.id AND c.withdrawn_by IS NULL)))
    AND NOT EXISTS (SELECT FROM hub.party p WHERE hub.document_number(p.party_code) = hub.document_number(r.document) AND s.folder = 'parties'
                    AND (p.submission_id > s.id OR EXISTS (SELECT FROM hub.record_change c
                         WHERE c.kind = 'party' AND c.record_id = p.party_id AND c.submission_id > s.id AND c.withdrawn_by IS NULL))) $$;
