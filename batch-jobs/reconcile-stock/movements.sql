SELECT m.effective_at, m.recorded_at, m.origin, m.ref_no, c.name AS party, o.product_code, o.name, t.lot_code, m.qty_base,
       v.unit_cost, v.value, coalesce(m.entered_by, s.original_name) AS source
FROM reconciliation r JOIN count_session n USING (session_id)
JOIN reconciliation_product p USING (reconciliation_id)
JOIN LATERAL (
  SELECT max(l.counted_at) AS counted_at FROM reconciliation_line l
  WHERE l.reconciliation_id = r.reconciliation_id AND l.product_id = p.product_id) l ON true
JOIN stock_movement m ON m.product_id = p.product_id AND m.warehouse_id = n.warehouse_id
  AND m.effective_at > p.window_from AND m.effective_at <= greatest(n.cutoff_at, l.counted_at) AND m.recorded_at <= r.known_at
JOIN v_movement_worth v USING (movement_id)
JOIN product o ON o.product_id = m.product_id
LEFT JOIN lot t USING (lot_id)
LEFT JOIN party c ON c.party_id = m.party_id
LEFT JOIN submission s ON s.id = m.submission_id
WHERE r.reconciliation_id = :reconciliation_id AND p.movements_at IS NOT NULL
ORDER BY o.product_code, m.effective_at, m.movement_id
