-- Batches that are told and of which the ledger knows nothing, or less, may be why a product differs (§5.3): what was made of it is on the
-- shelf and not in the book, what was used of it is in the book and not on the shelf. A movement is a batch's by its number or by the lot that was
-- made. Where a house numbers its movements otherwise, all of them together are still no less than what batches say.
INSERT INTO reconciliation_finding (reconciliation_id, rule_code, product_id, lot_id, qty, value, refs)
WITH differing AS MATERIALIZED (
  SELECT r.reconciliation_id, r.known_at, p.product_id, p.residual_qty, p.unit_cost, coalesce(p.window_from, '-infinity') AS since,
         greatest(s.cutoff_at, l.counted_at) AS until, CASE WHEN p.residual_qty < 0 THEN 'PRODUCTION_OUT' ELSE 'PRODUCTION_IN' END AS origin
  FROM reconciliation r JOIN count_session s USING (session_id) JOIN reconciliation_product p USING (reconciliation_id)
  CROSS JOIN LATERAL (
    SELECT max(x.counted_at) AS counted_at FROM reconciliation_line x
    WHERE x.reconciliation_id = p.reconciliation_id AND x.product_id = p.product_id) l
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL AND p.residual_qty <> 0
    AND NOT EXISTS (SELECT FROM reconciliation_finding f WHERE f.reconciliation_id = r.reconciliation_id AND f.rule_code = 'CNT-025')),
item AS (
  SELECT batch_id, 'PRODUCTION_IN' AS origin, product_id, lot_id, in_base(product_id, qty, uom_code) AS qty
  FROM batch_output WHERE output_kind <> 'WASTE'
  UNION ALL SELECT batch_id, 'PRODUCTION_OUT', product_id, NULL, -in_base(product_id, qty_used, uom_code) FROM batch_input),
made AS MATERIALIZED (
  SELECT d.reconciliation_id, d.product_id, b.batch_no, b.batch_no_norm, b.made_on, array_agg(i.lot_id) AS lots, sum(i.qty) AS qty
  FROM differing d JOIN item i USING (product_id, origin) JOIN production_batch b USING (batch_id)
  WHERE b.is_current AND b.withdrawn_by IS NULL AND b.status NOT IN ('PLANNED', 'CANCELLED')
    AND (b.made_on + 1)::timestamp AT TIME ZONE :zone > d.since AND b.made_on::timestamp AT TIME ZONE :zone <= d.until
  GROUP BY 1, 2, 3, 4, 5),
moved AS MATERIALIZED (
  SELECT d.reconciliation_id, d.product_id, document_number(coalesce(o.ref_no, m.ref_no)) AS no, m.lot_id, sum(m.qty_base) AS qty,
         coalesce(sum(m.qty_base) FILTER (WHERE m.effective_at > d.since AND m.effective_at <= d.until), 0) AS inside
  FROM differing d JOIN stock_movement m USING (product_id) LEFT JOIN stock_movement o ON o.movement_id = m.reverses_id
  WHERE (d.reconciliation_id, d.product_id) IN (SELECT reconciliation_id, product_id FROM made)
    AND coalesce(o.origin, m.origin) = d.origin AND m.recorded_at <= d.known_at
  GROUP BY 1, 2, 3, 4),
missing AS (
  SELECT b.*, abs(b.qty) - abs(coalesce(m.qty, 0)) AS left_qty,
         row_number() OVER (PARTITION BY b.reconciliation_id, b.product_id ORDER BY b.made_on, b.batch_no) AS place
  FROM made b CROSS JOIN LATERAL (
    SELECT sum(qty) AS qty FROM moved m
    WHERE m.reconciliation_id = b.reconciliation_id AND m.product_id = b.product_id AND (m.no = b.batch_no_norm OR m.lot_id = ANY (b.lots))) m
  WHERE abs(b.qty) > abs(coalesce(m.qty, 0))),
told AS (
  SELECT d.reconciliation_id, d.product_id, d.unit_cost, g.refs,
         least(abs(d.residual_qty), g.qty, a.qty - coalesce((
           SELECT abs(sum(m.inside)) FROM moved m WHERE m.reconciliation_id = d.reconciliation_id AND m.product_id = d.product_id), 0)) AS qty
  FROM differing d
  JOIN (SELECT reconciliation_id, product_id, sum(left_qty) AS qty,
               string_agg(batch_no, ', ' ORDER BY place) FILTER (WHERE place <= 5) AS refs
        FROM missing GROUP BY 1, 2) g USING (reconciliation_id, product_id)
  JOIN (SELECT reconciliation_id, product_id, abs(sum(qty)) AS qty FROM made GROUP BY 1, 2) a USING (reconciliation_id, product_id))
SELECT reconciliation_id, 'CNT-025', product_id, NULL, qty, round(qty * unit_cost, 2), refs FROM told WHERE qty > 0
