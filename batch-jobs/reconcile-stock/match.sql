-- What was sold by invoice in or around the window of each product. An invoice is of its day's beginning, as a movement without a
-- time is. What left by an exit, of the number of its delivery or its own, on the other side of a cut-off by :noiseDays days at most
-- counts where the goods left; of a monthly recap, however many they are. A credit note at another price than its invoice's corrects the
-- price: nothing came back, unless a movement has its number.
INSERT INTO reconciliation_invoice (reconciliation_id, product_id, invoice_id, qty, shipped_qty, shipped_at, counts, counted_qty)
WITH span AS (
  SELECT p.reconciliation_id, p.product_id, p.window_from, s.cutoff_at, r.known_at
  FROM reconciliation r JOIN count_session s USING (session_id) JOIN reconciliation_product p USING (reconciliation_id)
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL),
sold AS MATERIALIZED (
  SELECT l.product_id, i.invoice_id, i.kind, i.invoice_date, i.invoice_date::timestamp AT TIME ZONE :zone AS invoiced_at,
         document_number(i.invoice_no) AS own_no, delivery_numbers(i.delivery_no) AS delivery_nos,
         CASE WHEN bool_and(b.qty IS NOT NULL) THEN sum(b.qty) END
           * CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS qty,
         i.kind = 'CREDIT_NOTE' AND i.original_invoice_id IS NOT NULL AND bool_and(o.price > 0 AND abs(l.unit_price_ht - o.price) > o.price / 100)
           AS of_price
  FROM (SELECT DISTINCT product_id FROM span) c
  JOIN invoice_line l USING (product_id)
  JOIN invoice i USING (invoice_id)
  CROSS JOIN LATERAL ( -- without a unit it is the book's own
    SELECT coalesce(l.qty_base, CASE WHEN l.uom_code IS NULL THEN l.qty END) AS qty) b
  LEFT JOIN LATERAL (
    SELECT avg(x.unit_price_ht) AS price FROM invoice_line x
    WHERE i.kind = 'CREDIT_NOTE' AND x.invoice_id = i.original_invoice_id AND x.product_id = l.product_id) o ON true
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.kind <> 'DEPOSIT'
    AND i.status NOT IN ('DRAFT', 'CANCELLED')
  GROUP BY 1, 2, 3, 4, 5, 6, 7),
exit AS MATERIALIZED (
  SELECT m.product_id, m.ref_no, -sum(m.qty_base) AS qty, min(m.effective_at) AS at
  FROM (SELECT DISTINCT product_id FROM sold) s JOIN stock_movement m USING (product_id)
  WHERE m.origin IN ('VENTE', 'RETOUR_CLIENT') AND m.ref_type <> 'UNDO'
    AND NOT EXISTS (SELECT FROM stock_movement o WHERE o.reverses_id = m.movement_id)
  GROUP BY 1, 2),
number AS MATERIALIZED (
  SELECT ref_no, document_number(ref_no) AS no FROM (SELECT DISTINCT ref_no FROM exit) r),
shipped AS (
  SELECT product_id, no, sum(qty) AS qty, min(at) AS at FROM exit JOIN number USING (ref_no) GROUP BY 1, 2),
leaving AS ( -- « BL-1, BL-2 » are two
  SELECT o.product_id, o.invoice_id, d.no, d.qty, d.at
  FROM sold o CROSS JOIN LATERAL unnest(o.delivery_nos) AS n (no) JOIN shipped d ON d.product_id = o.product_id AND d.no = n.no),
claimed AS ( -- without a delivery's the invoice's own number
  SELECT * FROM leaving
  UNION ALL
  SELECT o.product_id, o.invoice_id, d.no, d.qty, d.at
  FROM sold o JOIN shipped d ON d.product_id = o.product_id AND d.no = o.own_no
  WHERE NOT EXISTS (SELECT FROM leaving l WHERE l.product_id = o.product_id AND l.invoice_id = o.invoice_id)),
wanted AS ( -- of a delivery that several invoices name each wants what its own ones do not bring
  SELECT c.*, CASE WHEN c.shared AND c.qty * o.qty > 0
                   THEN greatest(0, abs(o.qty) - coalesce(abs(sum(c.qty) FILTER (WHERE NOT c.shared) OVER (PARTITION BY c.product_id, c.invoice_id)), 0))
                   ELSE 0 END AS want,
         row_number() OVER (PARTITION BY c.product_id, c.no ORDER BY o.kind = 'CREDIT_NOTE' DESC, o.invoice_date, c.invoice_id) AS turn
  FROM (SELECT *, count(*) OVER (PARTITION BY product_id, no) > 1 AS shared FROM claimed) c JOIN sold o USING (product_id, invoice_id)),
turns AS (
  SELECT w.*, sum(want) OVER t AS until, sum(want) OVER t - want AS before, turn = max(turn) OVER (PARTITION BY product_id, no) AS last
  FROM wanted w WINDOW t AS (PARTITION BY product_id, no ORDER BY turn)),
exits AS ( -- the earliest invoice first, the last one has what is left
  SELECT product_id, invoice_id, no, at,
         CASE WHEN shared THEN sign(qty) * (CASE WHEN last THEN abs(qty) ELSE least(abs(qty), until) END - least(abs(qty), before)) ELSE qty END AS qty
  FROM turns),
part AS ( -- the earliest exit first, as far as the invoice goes
  SELECT o.product_id, o.invoice_id, x.no, x.at, p.qty, sum(p.qty) OVER w AS upto, last_value(x.no) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) = x.no AS last
  FROM sold o JOIN exits x USING (product_id, invoice_id)
  CROSS JOIN LATERAL (SELECT CASE WHEN x.qty * o.qty > 0 THEN abs(x.qty) ELSE 0 END AS qty) p
  WINDOW w AS (PARTITION BY o.product_id, o.invoice_id ORDER BY x.at, x.no)),
moment AS ( -- what has no exit goes with the last one, or else counts on the invoice's day
  SELECT o.product_id, o.invoice_id, o.invoiced_at,
         CASE WHEN x.at IS NULL THEN o.qty
              ELSE sign(o.qty) * (CASE WHEN x.last THEN abs(o.qty) ELSE least(abs(o.qty), x.upto) END - least(abs(o.qty), x.upto - x.qty)) END AS qty,
         CASE WHEN o.kind = 'RECAP' OR abs(o.invoice_date - (x.at AT TIME ZONE :zone)::date) <= :noiseDays
              THEN coalesce(x.at, o.invoiced_at) ELSE o.invoiced_at END AS counted_at
  FROM sold o LEFT JOIN part x USING (product_id, invoice_id)),
left_by AS (
  SELECT product_id, invoice_id, sum(qty) AS qty, min(at) AS at FROM exits GROUP BY 1, 2),
counting AS (
  SELECT s.reconciliation_id, m.product_id, m.invoice_id, coalesce(bool_or(w.inside), false) AS counts, sum(m.qty) FILTER (WHERE w.inside) AS qty,
         bool_or(m.invoiced_at > s.window_from AND m.invoiced_at <= s.cutoff_at) AS of_window
  FROM moment m JOIN span s USING (product_id)
  CROSS JOIN LATERAL (SELECT m.counted_at > s.window_from AND m.counted_at <= s.cutoff_at AS inside) w
  GROUP BY 1, 2, 3)
SELECT c.reconciliation_id, o.product_id, o.invoice_id, CASE WHEN o.of_price AND x.qty IS NULL THEN 0 ELSE o.qty END, x.qty, x.at,
       c.counts, CASE WHEN o.of_price AND x.qty IS NULL THEN 0 ELSE c.qty END
FROM sold o JOIN counting c USING (product_id, invoice_id) LEFT JOIN left_by x USING (product_id, invoice_id)
WHERE c.counts OR c.of_window
ON CONFLICT DO NOTHING
