-- The rules that fired, one row each; nothing where they stand already, as after a death between this step's commit and its mark.
INSERT INTO reconciliation_finding (reconciliation_id, rule_code, product_id, lot_id, qty, value, refs)
WITH open AS (
  SELECT reconciliation_id, known_at, session_id FROM reconciliation
  WHERE business_date = :businessDate AND attempt = :attempt AND done_at IS NULL
    AND NOT EXISTS (SELECT FROM reconciliation_finding f WHERE f.reconciliation_id = reconciliation.reconciliation_id)),
product AS (
  SELECT p.*, sign(p.residual_qty) AS side FROM open JOIN reconciliation_product p USING (reconciliation_id)),
found AS MATERIALIZED ( -- what each person found of each product in the sessions of these weeks, by their last reconciliation: what papers
  -- explain is no shortage, nor is weight that went while every piece is there
  SELECT c.session_id, c.cutoff_at, l.product_id, lower(e.counted_by) AS who, max(e.counted_by) AS counted_by,
         sum(CASE WHEN q.residual_qty >= 0 THEN greatest(l.delta_qty, 0)
                  WHEN l.delta_qty < 0 AND e.pieces IS NOT NULL AND EXISTS (
                    SELECT FROM counted_pieces(c.session_id, l.product_id, l.lot_id) n WHERE n.counted = n.book AND n.counted > 0) THEN 0
                  ELSE l.delta_qty END) AS delta_qty
  FROM (SELECT min(s.cutoff_at) - interval '30 days' AS since FROM open JOIN count_session s USING (session_id)) w
  JOIN count_session c ON c.withdrawn_by IS NULL AND c.cutoff_at > w.since
  JOIN LATERAL (
    SELECT x.reconciliation_id FROM reconciliation x
    WHERE x.session_id = c.session_id AND (x.done_at IS NOT NULL OR (x.business_date = :businessDate AND x.attempt = :attempt))
    ORDER BY x.reconciliation_id DESC LIMIT 1) r ON true
  JOIN reconciliation_line l ON l.reconciliation_id = r.reconciliation_id AND l.line_id IS NOT NULL
  JOIN LATERAL (
    SELECT y.counted_by, y.pieces FROM count_entry y WHERE y.line_id = l.line_id AND y.withdrawn_by IS NULL
    ORDER BY y.pass_no DESC LIMIT 1) e ON e.counted_by IS NOT NULL
  LEFT JOIN reconciliation_product q ON q.reconciliation_id = r.reconciliation_id AND q.product_id = l.product_id
  WHERE (SELECT count(*) FROM count_session x WHERE x.withdrawn_by IS NULL AND x.cutoff_at > w.since) >= 3
  GROUP BY 1, 2, 3, 4),
told AS (
  SELECT reconciliation_id, CASE side WHEN -1 THEN 'REC-001' ELSE 'REC-002' END AS rule_code, product_id, NULL::bigint AS lot_id,
         abs(residual_qty) AS qty, round(abs(residual_qty) * unit_cost, 2) AS value, NULL AS refs
  FROM product WHERE residual_qty <> 0
  UNION ALL
  SELECT p.reconciliation_id, CASE WHEN p.doc_gap_qty > 0 THEN 'REC-003' ELSE 'REC-004' END, p.product_id, NULL,
         abs(p.doc_gap_qty), round(abs(p.doc_gap_qty) * price.unit_ht, 2),
         CASE WHEN p.doc_gap_qty > 0 THEN nullif(concat_ws(', ', gone.refs, other.refs), '') END
  FROM product p
  LEFT JOIN LATERAL ( -- what it was sold for in that time
    SELECT sum(l.line_ht) / nullif(sum(coalesce(l.qty_base, l.qty)), 0) AS unit_ht
    FROM reconciliation_invoice i JOIN invoice_line l USING (invoice_id, product_id)
    WHERE i.reconciliation_id = p.reconciliation_id AND i.product_id = p.product_id AND i.counts) price ON true
  LEFT JOIN LATERAL unshipped(p.reconciliation_id, p.product_id) gone ON true
  LEFT JOIN LATERAL shipped_otherwise(p.reconciliation_id, p.product_id, :zone) other ON p.doc_gap_qty > 0
  WHERE p.doc_gap_qty <> 0
  UNION ALL
  SELECT p.reconciliation_id, CASE WHEN p.explained_qty < 0 THEN 'REC-005' ELSE 'REC-006' END, p.product_id, NULL,
         abs(p.explained_qty), round(abs(p.explained_qty) * p.unit_cost, 2), CASE WHEN p.explained_qty < 0 THEN gone.refs END
  FROM product p LEFT JOIN LATERAL unshipped(p.reconciliation_id, p.product_id) gone ON true
  WHERE p.explained_qty <> 0
  UNION ALL
  SELECT reconciliation_id, 'CNT-010', product_id, NULL, d.qty, round(d.qty * unit_cost, 2), NULL
  FROM product CROSS JOIN LATERAL (SELECT greatest(abs(delta_qty), abs(residual_qty)) AS qty) d WHERE level = 'DOUBLE'
  UNION ALL
  SELECT l.reconciliation_id, 'CNT-009', l.product_id, l.lot_id, l.delta_qty, round(l.delta_qty * p.unit_cost, 2), NULL
  FROM product p JOIN reconciliation_line l USING (reconciliation_id, product_id)
  WHERE l.disputed OR (l.passes = 1 AND p.level <> 'AUTO' AND l.delta_qty <> 0)
  UNION ALL
  SELECT l.reconciliation_id, 'CNT-005', l.product_id, l.lot_id, l.book_qty, NULL, NULL
  FROM open JOIN reconciliation_line l USING (reconciliation_id) WHERE l.line_id IS NULL
  UNION ALL
  SELECT l.reconciliation_id, 'CNT-022', l.product_id, l.lot_id, n.counted, NULL, trim_scale(n.book)::text
  FROM open JOIN reconciliation_line l USING (reconciliation_id)
  JOIN count_line c ON c.line_id = l.line_id
  CROSS JOIN LATERAL counted_pieces(open.session_id, l.product_id, l.lot_id) n
  WHERE EXISTS (SELECT FROM count_entry e WHERE e.line_id = c.line_id AND e.pieces IS NOT NULL) AND n.counted <> n.book
  UNION ALL -- what may be behind a shortage before anybody is asked (§5.3): lots that had expired
  SELECT l.reconciliation_id, 'CNT-028', l.product_id, NULL, sum(-l.delta_qty), NULL,
         string_agg(b.lot_code || ' (' || to_char(b.day, 'DD/MM/YYYY') || ')', ', ' ORDER BY b.day, b.lot_code)
  FROM product p JOIN reconciliation_line l USING (reconciliation_id, product_id)
  JOIN open ON open.reconciliation_id = p.reconciliation_id
  JOIN count_session s USING (session_id)
  JOIN LATERAL (SELECT lot_code, coalesce(dlc, ddm) AS day FROM lot WHERE lot.lot_id = l.lot_id) b ON b.day < (s.cutoff_at AT TIME ZONE :zone)::date
  WHERE p.residual_qty < 0 AND l.line_id IS NOT NULL AND l.delta_qty < 0
  GROUP BY 1, 3
  UNION ALL -- or weight that went while every piece is there
  SELECT l.reconciliation_id, 'CNT-029', l.product_id, NULL, sum(-l.delta_qty), NULL, trim_scale(sum(n.counted))::text
  FROM product p JOIN reconciliation_line l USING (reconciliation_id, product_id)
  JOIN open ON open.reconciliation_id = p.reconciliation_id
  CROSS JOIN LATERAL counted_pieces(open.session_id, l.product_id, l.lot_id) n
  WHERE p.residual_qty < 0 AND l.line_id IS NOT NULL AND l.delta_qty < 0 AND n.counted = n.book AND n.counted > 0
  GROUP BY 1, 3
  UNION ALL
  SELECT l.reconciliation_id, 'CNT-014', l.product_id, l.lot_id, l.late_qty, NULL, late.refs
  FROM open JOIN reconciliation_line l USING (reconciliation_id)
  JOIN count_session s USING (session_id)
  JOIN count_line c ON c.line_id = l.line_id
  CROSS JOIN LATERAL (
    SELECT string_agg(ref_no, ', ' ORDER BY movement_id) AS refs FROM (
      SELECT m.ref_no, m.movement_id FROM stock_movement m
      WHERE m.warehouse_id = s.warehouse_id AND m.product_id = l.product_id AND (l.lot_id IS NULL OR m.lot_id = l.lot_id)
        AND m.effective_at <= s.cutoff_at AND m.recorded_at > c.snapshot_at AND m.recorded_at <= open.known_at
      ORDER BY m.movement_id LIMIT 5) m) late
  WHERE l.late_qty <> 0
  UNION ALL
  SELECT l.reconciliation_id, 'CNT-026', l.product_id, l.lot_id, moved.qty, NULL, moved.refs
  FROM open JOIN reconciliation_line l USING (reconciliation_id)
  JOIN count_session s USING (session_id)
  JOIN LATERAL (
    SELECT e.hour_told, e.counted_at FROM count_entry e WHERE e.line_id = l.line_id AND e.withdrawn_by IS NULL
    ORDER BY e.pass_no DESC LIMIT 1) e ON NOT e.hour_told
  CROSS JOIN LATERAL (
    SELECT sum(m.qty_base) AS qty, string_agg(DISTINCT m.ref_no, ', ') AS refs FROM stock_movement m
    WHERE m.warehouse_id = s.warehouse_id AND m.product_id = l.product_id AND (l.lot_id IS NULL OR m.lot_id = l.lot_id)
      AND m.recorded_at <= open.known_at
      AND (m.effective_at AT TIME ZONE :zone)::date = (e.counted_at AT TIME ZONE :zone)::date) moved
  WHERE moved.refs IS NOT NULL
  UNION ALL
  SELECT o.reconciliation_id, 'CNT-015', h.product_id, NULL, h.sessions, NULL, h.counted_by
  FROM open o
  JOIN count_session s USING (session_id)
  CROSS JOIN LATERAL ( -- of a product and a person the last sessions of 30 days, this one first, as far as too little was found in each
    SELECT product_id, max(counted_by) AS counted_by, count(*) AS sessions FROM (
      SELECT d.*, sum((d.delta_qty >= 0)::int) OVER (
               PARTITION BY d.product_id, d.who ORDER BY d.cutoff_at DESC, d.session_id DESC) AS broken
      FROM found own JOIN found d USING (product_id, who)
      WHERE own.session_id = s.session_id AND own.delta_qty < 0
        AND d.cutoff_at > s.cutoff_at - interval '30 days' AND d.cutoff_at <= s.cutoff_at) ordered
    WHERE broken = 0
    GROUP BY product_id, who
    HAVING count(*) >= 3 AND bool_or(session_id = s.session_id)) h)
SELECT * FROM told
