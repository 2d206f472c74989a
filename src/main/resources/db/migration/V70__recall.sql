-- What a recall says of the lots made of a suspect one (domain notes §4.3): what became of each, who got it, and which sales without a lot may
-- have been of it. Functions and views look with the rights of whoever asks.

-- A lot has a few around it: of a thousand the planner would read the whole ledger.
ALTER FUNCTION trace_lot(bigint, text, int) ROWS 20;

-- A quantity in the base unit of its product; null where its unit has no factor.
CREATE FUNCTION in_base(p_product bigint, p_qty numeric, p_uom text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_uom IS NULL OR p_uom = p.base_uom THEN p_qty ELSE p_qty * coalesce(k.factor_to_base, u.measure / b.measure) END
  FROM hub.product p
  LEFT JOIN hub.product_uom k ON k.product_id = p.product_id AND k.uom_code = p_uom
  LEFT JOIN hub.uom b ON b.uom_code = p.base_uom
  LEFT JOIN hub.uom u ON u.uom_code = p_uom AND u.dimension = b.dimension
  WHERE p.product_id = p_product $$;

ALTER VIEW v_reversed_origin SET (security_invoker = true);
GRANT SELECT ON v_reversed_origin TO hub_partner;

-- The sale that a paper of the ledger belongs to: the invoice of that delivery (« BL-1, BL-2 » are two), or of that number, with the product,
-- nearest in time.
CREATE FUNCTION delivery_numbers(no text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(hub.document_number(one)), '{}') FROM unnest(string_to_array(no, ',')) AS one WHERE hub.document_number(one) <> '' $$;
CREATE INDEX invoice_delivery ON invoice USING gin (delivery_numbers(delivery_no)) WHERE delivery_no IS NOT NULL AND is_current;
CREATE FUNCTION sale_of(p_ref text, p_product bigint, p_day date)
RETURNS TABLE (invoice_id bigint, invoice_no text, receiver_id bigint) LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT i.invoice_id, i.invoice_no, i.receiver_id
  FROM hub.invoice i
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.status NOT IN ('DRAFT', 'CANCELLED')
    AND (i.delivery_no IS NOT NULL AND hub.delivery_numbers(i.delivery_no) @> ARRAY[hub.document_number(p_ref)]
         OR i.invoice_no_norm = hub.document_number(p_ref))
    -- not EXISTS, which would gather all lines of the product
    AND (SELECT count(*) FROM hub.invoice_line l WHERE l.invoice_id = i.invoice_id AND l.product_id = p_product) > 0
  ORDER BY abs(i.invoice_date - p_day), i.invoice_id LIMIT 1 $$;

-- Each lot made of it, itself first, with its balance in its product's base unit: produced (by its batches; of a lot that no batch made what
-- the ledger says came in) = stock + shipped − returned + consumed + sent back + lost − adjusted + unaccounted. Stock is what lies where the
-- ledger is not negative: what left without having come in is found nowhere. It may have been sold from its first day to the day on which the
-- last of it left; null is unknown, or not yet.
CREATE FUNCTION recall_lots(p_lot bigint)
RETURNS TABLE (lot_id bigint, product_id bigint, depth int, via_lot_id bigint, via_batch_id bigint, produced_by text, produced numeric,
               stock numeric, shipped numeric, returned numeric, consumed numeric, sent_back numeric, lost numeric, adjusted numeric,
               unaccounted numeric, first_on date, last_on date)
LANGUAGE sql STABLE ROWS 20 AS $$
  WITH f AS MATERIALIZED (
    SELECT t.*, l.product_id, l.made_on, l.received_on FROM hub.trace_lot(p_lot, 'FORWARD') t JOIN hub.lot l USING (lot_id)
    WHERE l.withdrawn_by IS NULL),
  moved AS MATERIALIZED ( -- each warehouse for itself, as the ledger's index has them
    SELECT f.lot_id, m.warehouse_id, coalesce(r.origin, m.origin) AS origin, sum(m.qty_base) AS qty,
           min(m.effective_at) AS first_at, max(m.effective_at) AS last_at
    FROM f CROSS JOIN hub.warehouse w
    JOIN hub.stock_movement m ON m.product_id = f.product_id AND m.warehouse_id = w.warehouse_id AND m.lot_id = f.lot_id
    LEFT JOIN hub.v_reversed_origin r USING (movement_id)
    GROUP BY 1, 2, 3),
  ledger AS (
    SELECT lot_id, sum(qty) FILTER (WHERE origin IN ('RECEPTION', 'PRODUCTION_IN', 'OPENING')) AS entered,
           -sum(qty) FILTER (WHERE origin = 'VENTE') AS shipped, sum(qty) FILTER (WHERE origin = 'RETOUR_CLIENT') AS returned,
           -sum(qty) FILTER (WHERE origin = 'PRODUCTION_OUT') AS consumed, -sum(qty) FILTER (WHERE origin = 'RETOUR_FOURNISSEUR') AS sent_back,
           -sum(qty) FILTER (WHERE origin = 'PERTE') AS lost, sum(qty) FILTER (WHERE origin = 'INVENTAIRE') AS adjusted,
           min(first_at) AS first_at, max(last_at) AS last_at
    FROM moved GROUP BY 1),
  lying AS (
    SELECT lot_id, sum(qty) AS qty FROM (SELECT lot_id, warehouse_id, sum(qty) AS qty FROM moved GROUP BY 1, 2) w WHERE qty > 0 GROUP BY 1),
  made AS (
    SELECT o.lot_id, sum(hub.in_base(o.product_id, o.qty, o.uom_code)) AS qty, min(b.made_on) AS made_on
    FROM f JOIN hub.batch_output o USING (lot_id) JOIN hub.production_batch b USING (batch_id)
    WHERE b.is_current AND b.status NOT IN ('PLANNED', 'CANCELLED') AND o.output_kind <> 'WASTE' GROUP BY 1),
  used AS (
    SELECT i.lot_id, sum(hub.in_base(i.product_id, i.qty_used, i.uom_code)) AS qty
    FROM f JOIN hub.batch_input i USING (lot_id) JOIN hub.production_batch b USING (batch_id)
    WHERE b.is_current AND b.status NOT IN ('PLANNED', 'CANCELLED') GROUP BY 1)
  SELECT f.lot_id, f.product_id, f.depth, f.via_lot_id, f.via_batch_id, v.produced_by, v.produced, v.stock, v.shipped, v.returned, v.consumed,
         v.sent_back, v.lost, v.adjusted,
         v.produced - v.stock - v.shipped + v.returned - v.consumed - v.sent_back - v.lost + v.adjusted,
         least(f.made_on, f.received_on, n.made_on, (l.first_at AT TIME ZONE z.zone)::date),
         CASE WHEN v.stock = 0 THEN (l.last_at AT TIME ZONE z.zone)::date END
  FROM f
  LEFT JOIN ledger l USING (lot_id) LEFT JOIN lying y USING (lot_id) LEFT JOIN made n USING (lot_id) LEFT JOIN used u USING (lot_id)
  CROSS JOIN (SELECT coalesce(nullif(current_setting('hub.zone', true), ''), 'Africa/Algiers') AS zone) z
  CROSS JOIN LATERAL (
    SELECT CASE WHEN n.qty IS NOT NULL THEN 'BATCH' WHEN l.entered IS NOT NULL THEN 'LEDGER' END AS produced_by,
           coalesce(n.qty, l.entered, 0) AS produced, coalesce(y.qty, 0) AS stock, coalesce(l.shipped, 0) AS shipped,
           coalesce(l.returned, 0) AS returned, coalesce(u.qty, l.consumed, 0) AS consumed, coalesce(l.sent_back, 0) AS sent_back,
           coalesce(l.lost, 0) AS lost, coalesce(l.adjusted, 0) AS adjusted) v $$;

-- What left of these lots for customers or came back, one row for each paper, and the customer where the ledger or an invoice names him.
CREATE FUNCTION recall_exits(p_lot bigint)
RETURNS TABLE (lot_id bigint, product_id bigint, depth int, ref_no text, moved_at timestamptz, customer_id bigint, invoice_no text,
               shipped numeric, returned numeric)
LANGUAGE sql STABLE ROWS 200 AS $$
  WITH f AS MATERIALIZED (
    SELECT t.lot_id, t.depth, l.product_id FROM hub.trace_lot(p_lot, 'FORWARD') t JOIN hub.lot l USING (lot_id) WHERE l.withdrawn_by IS NULL),
  paper AS (
    SELECT f.lot_id, f.product_id, f.depth, coalesce(o.ref_no, m.ref_no) AS ref_no, min(m.effective_at) AS moved_at,
           max(coalesce(m.party_id, o.party_id)) AS party_id,
           -coalesce(sum(m.qty_base) FILTER (WHERE coalesce(r.origin, m.origin) = 'VENTE'), 0) AS shipped,
           coalesce(sum(m.qty_base) FILTER (WHERE coalesce(r.origin, m.origin) = 'RETOUR_CLIENT'), 0) AS returned
    FROM f CROSS JOIN hub.warehouse w
    JOIN hub.stock_movement m ON m.product_id = f.product_id AND m.warehouse_id = w.warehouse_id AND m.lot_id = f.lot_id
    LEFT JOIN hub.v_reversed_origin r USING (movement_id)
    LEFT JOIN hub.stock_movement o ON o.movement_id = m.reverses_id
    WHERE coalesce(r.origin, m.origin) IN ('VENTE', 'RETOUR_CLIENT')
    GROUP BY 1, 2, 3, 4)
  SELECT p.lot_id, p.product_id, p.depth, p.ref_no, p.moved_at, coalesce(p.party_id, s.receiver_id), s.invoice_no, p.shipped, p.returned
  FROM paper p LEFT JOIN LATERAL hub.sale_of(p.ref_no, p.product_id, p.moved_at::date) s ON true
  WHERE p.shipped <> 0 OR p.returned <> 0 $$;

-- What may be of these lots though nothing says so ("lot inconnu, période compatible"): stock of the same product without a lot, what left
-- without one while a lot may have been sold, and what was invoiced without one and left by no paper of the ledger. An invoice may follow a
-- month later.
CREATE FUNCTION recall_unknown(p_lot bigint)
RETURNS TABLE (source text, product_id bigint, lots text, warehouse_id bigint, ref_no text, moved_on date, customer_id bigint, invoice_no text,
               qty numeric, uom_code text)
LANGUAGE sql STABLE ROWS 200 AS $$
  WITH lots AS MATERIALIZED (
    SELECT r.product_id, l.lot_code, coalesce(r.first_on, '-infinity'::date) AS first_on, coalesce(r.last_on, 'infinity'::date) AS last_on
    FROM hub.recall_lots(p_lot) r JOIN hub.lot l USING (lot_id)),
  span AS MATERIALIZED (
    SELECT product_id, min(first_on) AS first_on, max(last_on) AS last_on,
           CASE WHEN isfinite(max(last_on)) THEN max(last_on) + 31 ELSE 'infinity'::date END AS invoiced_until
    FROM lots GROUP BY 1),
  zone AS (SELECT coalesce(nullif(current_setting('hub.zone', true), ''), 'Africa/Algiers') AS zone),
  loose AS MATERIALIZED (
    SELECT s.product_id, m.movement_id, m.warehouse_id, m.qty_base, coalesce(o.ref_no, m.ref_no) AS ref_no, m.effective_at, m.party_id,
           coalesce(r.origin, m.origin) AS origin, s.first_on, s.last_on
    FROM span s CROSS JOIN hub.warehouse w
    JOIN hub.stock_movement m ON m.product_id = s.product_id AND m.warehouse_id = w.warehouse_id AND m.lot_id IS NULL
    LEFT JOIN hub.v_reversed_origin r USING (movement_id)
    LEFT JOIN hub.stock_movement o ON o.movement_id = m.reverses_id),
  gone AS (
    SELECT l.product_id, l.ref_no, min((l.effective_at AT TIME ZONE z.zone)::date) AS moved_on, max(l.party_id) AS party_id,
           -sum(l.qty_base) AS qty
    FROM loose l CROSS JOIN zone z
    WHERE l.origin IN ('VENTE', 'RETOUR_CLIENT') AND (l.effective_at AT TIME ZONE z.zone)::date BETWEEN l.first_on AND l.last_on
    GROUP BY 1, 2 HAVING sum(l.qty_base) <> 0),
  left_by AS MATERIALIZED ( -- numbers of papers by which any of the product left about then
    SELECT product_id, hub.document_number(ref_no) AS number
    FROM (SELECT DISTINCT s.product_id, m.ref_no
          FROM span s CROSS JOIN hub.warehouse w
          JOIN hub.stock_movement m ON m.product_id = s.product_id AND m.warehouse_id = w.warehouse_id
          WHERE m.origin IN ('VENTE', 'RETOUR_CLIENT') AND m.effective_at > s.first_on - 62 AND m.effective_at < s.invoiced_until + 62) d),
  billed AS (
    SELECT s.product_id, i.invoice_id, i.invoice_no, i.invoice_date, i.receiver_id, l.uom_code,
           sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty ELSE l.qty END) AS qty
    FROM span s JOIN hub.invoice_line l USING (product_id) JOIN hub.invoice i USING (invoice_id)
    WHERE nullif(l.lot_code, '') IS NULL AND i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL
      AND i.kind IN ('INVOICE', 'RECAP', 'CREDIT_NOTE') AND i.status NOT IN ('DRAFT', 'CANCELLED')
      AND i.invoice_date BETWEEN s.first_on AND s.invoiced_until
      AND NOT EXISTS (SELECT FROM left_by p WHERE p.product_id = s.product_id AND p.number = i.invoice_no_norm)
      AND NOT EXISTS (
        SELECT FROM unnest(hub.delivery_numbers(i.delivery_no)) AS d (number) JOIN left_by p USING (number) WHERE p.product_id = s.product_id)
    GROUP BY 1, 2, 3, 4, 5, 6),
  one AS (
    SELECT 'STOCK' AS source, l.product_id, l.warehouse_id, NULL::text AS ref_no, NULL::date AS moved_on, NULL::bigint AS customer_id,
           NULL::text AS invoice_no, sum(l.qty_base) AS qty, NULL::text AS uom_code
    FROM loose l GROUP BY 2, 3 HAVING sum(l.qty_base) > 0
    UNION ALL
    SELECT 'LEDGER', g.product_id, NULL, g.ref_no, g.moved_on, coalesce(g.party_id, s.receiver_id), s.invoice_no, g.qty, NULL
    FROM gone g LEFT JOIN LATERAL hub.sale_of(g.ref_no, g.product_id, g.moved_on) s ON true
    UNION ALL
    SELECT 'INVOICE', b.product_id, NULL, NULL, b.invoice_date, b.receiver_id, b.invoice_no, b.qty, b.uom_code FROM billed b)
  SELECT o.source, o.product_id, c.lots, o.warehouse_id, o.ref_no, o.moved_on, o.customer_id, o.invoice_no, o.qty,
         coalesce(o.uom_code, p.base_uom)
  FROM one o JOIN hub.product p USING (product_id)
  CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT l.lot_code, ', ' ORDER BY l.lot_code) AS lots FROM lots l
    WHERE l.product_id = o.product_id
      AND (o.moved_on IS NULL OR o.moved_on BETWEEN l.first_on AND CASE WHEN o.source = 'INVOICE' AND isfinite(l.last_on) THEN l.last_on + 31 ELSE l.last_on END)) c
  WHERE c.lots IS NOT NULL $$;

-- As programs are told. Quantities in the product's base unit, of invoices in their own.
CREATE OR REPLACE FUNCTION api_recall(p_lot bigint) RETURNS TABLE (section text, document jsonb) LANGUAGE sql STABLE AS $$
  WITH f AS MATERIALIZED (
    SELECT r.*, l.code, l.number, l.product_code, l.base_uom, l.document, v.code AS via, b.batch_no
    FROM hub.recall_lots(p_lot) r
    JOIN hub.v_api_lot l ON l.id = r.lot_id
    LEFT JOIN hub.v_api_lot v ON v.id = r.via_lot_id
    LEFT JOIN hub.production_batch b ON b.batch_id = r.via_batch_id)
  (SELECT 'affected', jsonb_strip_nulls(jsonb_build_object('depth', f.depth, 'lot', f.document, 'via', f.via, 'batch', f.batch_no,
            'balance', jsonb_build_object('unit', f.base_uom, 'producedBy', f.produced_by, 'produced', hub.api_number(f.produced),
              'inStock', hub.api_number(f.stock), 'shipped', hub.api_number(f.shipped), 'returned', hub.api_number(f.returned),
              'consumed', hub.api_number(f.consumed), 'sentBack', hub.api_number(f.sent_back), 'lost', hub.api_number(f.lost),
              'adjusted', hub.api_number(f.adjusted), 'unaccounted', hub.api_number(f.unaccounted))))
   FROM f ORDER BY f.depth, f.lot_id)
  UNION ALL
  SELECT 'stock', jsonb_build_object('lot', f.code, 'product', f.product_code, 'warehouse', w.code,
                                     'quantity', hub.api_number(sum(m.qty_base)), 'unit', f.base_uom)
  FROM f CROSS JOIN hub.warehouse w
  JOIN hub.stock_movement m ON m.product_id = f.product_id AND m.warehouse_id = w.warehouse_id AND m.lot_id = f.lot_id
  GROUP BY f.code, f.product_code, f.base_uom, w.code HAVING sum(m.qty_base) <> 0
  UNION ALL
  SELECT 'received', jsonb_strip_nulls(jsonb_build_object(
           'lot', f.code, 'product', f.product_code, 'reference', e.ref_no, 'invoice', e.invoice_no,
           'customer', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
           'firstAt', hub.api_moment(e.moved_at), 'quantity', hub.api_number(e.shipped - e.returned), 'unit', f.base_uom))
  FROM hub.recall_exits(p_lot) e JOIN f USING (lot_id) LEFT JOIN hub.party c ON c.party_id = e.customer_id
  WHERE e.shipped <> e.returned
  UNION ALL
  SELECT 'invoiced', jsonb_build_object(
           'lot', f.code, 'product', f.product_code, 'invoice', i.invoice_no, 'kind', i.kind, 'date', i.invoice_date,
           'customer', jsonb_build_object('code', c.party_code, 'name', c.name),
           'quantity', hub.api_number(sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty ELSE l.qty END)),
           'unit', coalesce(l.uom_code, f.base_uom))
  FROM f JOIN hub.invoice_line l ON l.lot_code IS NOT NULL AND hub.document_number(l.lot_code) = f.number
                                AND l.product_id = f.product_id
  JOIN hub.invoice i USING (invoice_id) JOIN hub.party c ON c.party_id = i.receiver_id
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.kind IN ('INVOICE', 'RECAP', 'CREDIT_NOTE')
    AND i.status NOT IN ('DRAFT', 'CANCELLED')
  GROUP BY f.code, f.product_code, i.invoice_id, c.party_code, c.name, l.uom_code, f.base_uom
  UNION ALL
  SELECT 'unknownLot', jsonb_strip_nulls(jsonb_build_object(
           'source', u.source, 'product', p.product_code, 'lots', u.lots, 'warehouse', w.code, 'reference', u.ref_no, 'invoice', u.invoice_no,
           'customer', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
           'date', u.moved_on, 'quantity', hub.api_number(u.qty), 'unit', u.uom_code))
  FROM hub.recall_unknown(p_lot) u JOIN hub.product p USING (product_id)
  LEFT JOIN hub.warehouse w USING (warehouse_id) LEFT JOIN hub.party c ON c.party_id = u.customer_id $$;

-- recall_report, which nothing reads any more, goes with a later version.
COMMENT ON FUNCTION recall_report(bigint) IS 'superseded by recall_lots, recall_exits and recall_unknown';
