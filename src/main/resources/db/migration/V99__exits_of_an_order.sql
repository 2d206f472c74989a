-- As before (V76), and what left by an exit that has the order's own number was delivered, though nobody has invoiced it yet; of an order with both
-- the larger one counts: they tell of the same goods. An invoice
-- of several orders counts for the one of them that has its product.
CREATE OR REPLACE FUNCTION order_delivery_at(p_day date, p_zone text)
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
  moved AS MATERIALIZED (
    SELECT m.product_id, hub.document_number(m.ref_no) AS no, (m.effective_at AT TIME ZONE p_zone)::date AS day, m.party_id,
           -sum(m.qty_base) AS qty
    FROM hub.v_movement_in_force m
    WHERE m.origin = 'VENTE' AND m.ref_no IS NOT NULL AND m.product_id IN (SELECT product_id FROM line)
    GROUP BY 1, 2, 3, 4),
  exit AS MATERIALIZED (SELECT product_id, no, min(day) AS day FROM moved GROUP BY 1, 2),
  own AS MATERIALIZED ( -- exits that name the order itself, with or without an invoice; a bare number with no customer may be a delivery note's
    SELECT l.order_id, l.product_id, sum(m.qty) AS qty, coalesce(sum(m.qty) FILTER (WHERE m.day <= l.wanted_on), 0) AS in_time, max(m.day) AS day
    FROM line l JOIN moved m ON m.product_id = l.product_id AND m.no = l.order_no_norm AND m.day <= p_day
                 AND (m.party_id = l.customer_id OR m.party_id IS NULL AND l.order_no_norm ~ '[A-Z]')
    GROUP BY 1, 2),
  delivery AS ( -- of an invoice that names several orders of one product nobody knows how much is whose (INV-046)
    SELECT order_id, product_id, qty, day
    FROM (
      SELECT l.order_id, b.product_id, b.qty, coalesce(min(e.day), b.invoice_date) AS day, count(*) OVER (PARTITION BY b.invoice_id, b.product_id) AS orders
      FROM billed b
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(hub.delivery_numbers(b.order_no)) AS no) n
      JOIN line l ON l.customer_id = b.receiver_id AND l.order_no_norm = n.no AND l.product_id = b.product_id
      LEFT JOIN exit e ON e.product_id = b.product_id AND e.no = ANY (b.nos)
      GROUP BY b.invoice_id, l.order_id, b.product_id, b.qty, b.invoice_date) x
    WHERE orders = 1)
  SELECT l.order_id, l.product_id, l.wanted_on, l.ordered, l.ht, greatest(coalesce(sum(d.qty), 0), coalesce(o.qty, 0)),
         greatest(coalesce(sum(d.qty) FILTER (WHERE d.day <= l.wanted_on), 0), coalesce(o.in_time, 0)), greatest(max(d.day), o.day)
  FROM line l
  LEFT JOIN own o USING (order_id, product_id)
  LEFT JOIN delivery d ON d.order_id = l.order_id AND d.product_id = l.product_id AND d.day <= p_day
  GROUP BY l.order_id, l.product_id, l.wanted_on, l.ordered, l.ht, o.qty, o.in_time, o.day $$;
