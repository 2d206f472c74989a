SELECT o.product_code, o.name, p.window_from, n.cutoff_at AS window_to, p.opening_qty, p.received_qty, p.produced_qty, p.returned_qty, p.consumed_qty,
       p.sold_qty, p.sent_back_qty, p.lost_qty, p.transferred_qty, p.adjusted_qty, p.book_qty, 0 AS control, p.rolled_book_qty,
       p.counted_qty, p.delta_qty, p.shipped_qty, p.invoiced_qty, p.ordered_qty, p.invoiced_qty - p.shipped_qty AS gap_qty,
       CASE p.silent WHEN 'ELSEWHERE' THEN CASE :language WHEN 'en' THEN 'invoices compared with the warehouse that sells most of it' ELSE 'factures rapprochées avec le dépôt qui en vend le plus' END
                     WHEN 'UNIT' THEN CASE :language WHEN 'en' THEN 'unit without factor' ELSE 'unité sans facteur' END END AS silent,
       p.explained_qty, p.doc_gap_qty, p.residual_qty, d.rule_code AS document_rule, d.params AS document_params,
       u.rule_code AS stock_rule, u.params AS stock_params, c.rule_code AS cause_rule, c.params AS cause_params, p.movements_at AS movement_row,
       CASE WHEN p.movements_at IS NOT NULL THEN p.movements_to_show END AS movement_count, b.opened_qty, CASE WHEN p.movements_at IS NOT NULL THEN 0 END AS movement_control
FROM reconciliation_product p
JOIN reconciliation r USING (reconciliation_id)
JOIN count_session n USING (session_id)
JOIN product o USING (product_id)
LEFT JOIN LATERAL ( -- movements that the flow counts as opening stock
  SELECT coalesce(sum(m.qty_base), 0) AS opened_qty
  FROM stock_movement m LEFT JOIN v_reversed_origin v USING (movement_id)
  WHERE m.product_id = p.product_id AND m.warehouse_id = n.warehouse_id AND coalesce(v.origin, m.origin) = 'OPENING'
    AND m.effective_at > p.window_from AND m.effective_at <= n.cutoff_at AND m.recorded_at <= r.known_at) b ON p.movements_at IS NOT NULL
LEFT JOIN LATERAL (
  SELECT f.rule_code, jsonb_build_object('product', o.product_code, 'qty', trim_scale(f.qty), 'value', trim_scale(f.value),
           'refs', coalesce(f.refs, '–'))::text AS params
  FROM reconciliation_finding f
  WHERE f.reconciliation_id = p.reconciliation_id AND f.product_id = p.product_id
    AND f.rule_code IN ('REC-003', 'REC-004', 'REC-005', 'REC-006')
  ORDER BY f.rule_code DESC LIMIT 1) d ON true
LEFT JOIN LATERAL (
  SELECT f.rule_code, jsonb_build_object('product', o.product_code, 'qty', trim_scale(f.qty), 'value', trim_scale(f.value))::text AS params
  FROM reconciliation_finding f
  WHERE f.reconciliation_id = p.reconciliation_id AND f.product_id = p.product_id AND f.rule_code IN ('REC-001', 'REC-002')
  LIMIT 1) u ON true
LEFT JOIN LATERAL (
  SELECT f.rule_code, jsonb_build_object('product', o.product_code, 'qty', trim_scale(f.qty), 'refs', f.refs)::text AS params
  FROM reconciliation_finding f
  WHERE f.reconciliation_id = p.reconciliation_id AND f.product_id = p.product_id AND f.rule_code IN ('CNT-025', 'CNT-028', 'CNT-029')
  ORDER BY f.qty DESC, f.rule_code LIMIT 1) c ON true
WHERE p.reconciliation_id = :reconciliation_id
ORDER BY o.product_code
