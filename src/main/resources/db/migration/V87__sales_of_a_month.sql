-- What the report of sales says of a month, by product and customer: quantities, weights, discounts, cost (domain notes §6.5).

-- What one base unit of a product weighs, kg; null where nobody has said.
CREATE VIEW v_product_weight AS
SELECT p.product_id, CASE u.dimension WHEN 'MASS' THEN u.measure WHEN 'COUNT' THEN p.nominal_weight_kg END AS kg
FROM product p JOIN uom u ON u.uom_code = p.base_uom;

-- Lines of sales that count, those of credit notes with their sign. Base units, and kg; null is what no unit tells.
CREATE VIEW v_sold_line AS
SELECT i.invoice_id, i.invoice_date, i.sign < 0 AS credit, i.receiver_id, l.product_id, i.sign * q.qty AS qty,
       i.sign * q.qty * w.kg AS kg,
       i.sign * round(l.qty * l.unit_price_ht, 2) AS gross, i.sign * l.line_ht AS ht
FROM v_booked_invoice i
JOIN invoice_line l USING (invoice_id)
LEFT JOIN v_product_weight w USING (product_id)
CROSS JOIN LATERAL (SELECT coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END) AS qty) q
WHERE i.direction = 'SALE' AND i.kind <> 'DEPOSIT';

-- What a unit was sold for in those days, discounts and credit notes taken off; null where a line's quantity is not known.
CREATE FUNCTION net_price(p_from date, p_to date) RETURNS TABLE (product_id bigint, price numeric) LANGUAGE sql STABLE AS $$
  SELECT l.product_id, CASE WHEN bool_and(l.qty IS NOT NULL) AND sum(l.qty) > 0 THEN sum(l.ht) / sum(l.qty) END
  FROM hub.v_sold_line l WHERE l.invoice_date >= p_from AND l.invoice_date < p_to GROUP BY 1 $$;

-- What a unit cost when it was sold: the weighted average at which the product left in those days, or at which what is left lies there; null where
-- neither is known.
CREATE FUNCTION cost_of_sales(p_from timestamptz, p_to timestamptz) RETURNS TABLE (product_id bigint, unit_cost numeric)
LANGUAGE sql STABLE AS $$
  SELECT w.product_id,
         coalesce(CASE WHEN sum(w.valued_qty) FILTER (WHERE w.effective_at >= p_from AND NOT w.incoming) < 0
                       THEN abs(sum(w.value) FILTER (WHERE w.effective_at >= p_from AND NOT w.incoming))
                            / -sum(w.valued_qty) FILTER (WHERE w.effective_at >= p_from AND NOT w.incoming) END,
                  CASE WHEN sum(w.valued_qty) > 0 AND sum(w.value) >= 0 THEN sum(w.value) / sum(w.valued_qty) END)
  FROM hub.v_stock_worth w WHERE w.effective_at < p_to GROUP BY 1 $$;

-- Products and customers of a month, of the month before and of the same month a year before: one row for each pair. A quantity, weight or cost is
-- null where one of its lines has none.
CREATE FUNCTION sales_of_month(p_month date, p_zone text)
RETURNS TABLE (product_id bigint, receiver_id bigint, qty numeric, kg numeric, gross numeric, sold numeric, credited numeric, net numeric,
               before numeric, year_before numeric, cost numeric)
LANGUAGE sql STABLE AS $$
  WITH line AS (
    SELECT l.*, l.invoice_date >= p_month AND l.invoice_date < p_month + interval '1 month' AS now, l.invoice_date < p_month - interval '1 month' AS former
    FROM hub.v_sold_line l
    WHERE l.invoice_date >= p_month - interval '1 month' AND l.invoice_date < p_month + interval '1 month'
       OR l.invoice_date >= p_month - interval '1 year' AND l.invoice_date < p_month - interval '11 months'),
  pair AS (
    SELECT product_id, receiver_id,
           CASE WHEN count(*) FILTER (WHERE now AND qty IS NULL) = 0 THEN coalesce(sum(qty) FILTER (WHERE now), 0) END AS qty,
           CASE WHEN count(*) FILTER (WHERE now AND kg IS NULL) = 0 THEN coalesce(sum(kg) FILTER (WHERE now), 0) END AS kg,
           coalesce(sum(gross) FILTER (WHERE now), 0) AS gross, coalesce(sum(ht) FILTER (WHERE now AND NOT credit), 0) AS sold,
           coalesce(sum(ht) FILTER (WHERE now AND credit), 0) AS credited, coalesce(sum(ht) FILTER (WHERE now), 0) AS net,
           coalesce(sum(ht) FILTER (WHERE NOT now AND NOT former), 0) AS before, coalesce(sum(ht) FILTER (WHERE former), 0) AS year_before
    FROM line GROUP BY 1, 2)
  SELECT p.product_id, p.receiver_id, p.qty, p.kg, p.gross, p.sold, p.credited, p.net, p.before, p.year_before,
         CASE WHEN p.qty = 0 THEN 0 ELSE round(p.qty * c.unit_cost, 2) END
  FROM pair p
  LEFT JOIN hub.cost_of_sales(p_month::timestamp AT TIME ZONE p_zone, (p_month + interval '1 month')::timestamp AT TIME ZONE p_zone) c
    USING (product_id) $$;
