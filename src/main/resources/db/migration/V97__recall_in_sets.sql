-- As before (V70), the invoices that left by some paper found all at once: one by one it took 1.6 s of a thousand.
CREATE OR REPLACE FUNCTION recall_unknown(p_lot bigint)
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
  candidate AS MATERIALIZED (
    SELECT s.product_id, i.invoice_id, i.invoice_no, i.invoice_no_norm, i.invoice_date, i.receiver_id, i.delivery_no, l.uom_code,
           sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty ELSE l.qty END) AS qty
    FROM span s JOIN hub.invoice_line l USING (product_id) JOIN hub.invoice i USING (invoice_id)
    WHERE nullif(l.lot_code, '') IS NULL AND i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL
      AND i.kind IN ('INVOICE', 'RECAP', 'CREDIT_NOTE') AND i.status NOT IN ('DRAFT', 'CANCELLED')
      AND i.invoice_date BETWEEN s.first_on AND s.invoiced_until
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
  shipped AS MATERIALIZED (
    SELECT DISTINCT c.product_id, c.invoice_id
    FROM candidate c CROSS JOIN LATERAL unnest(hub.delivery_numbers(c.delivery_no) || c.invoice_no_norm) AS n (number)
    JOIN left_by USING (product_id, number)),
  billed AS (
    SELECT c.* FROM candidate c
    WHERE NOT EXISTS (SELECT FROM shipped x WHERE x.product_id = c.product_id AND x.invoice_id = c.invoice_id)),
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
