SELECT m.effective_at, m.recorded_at, m.origin, m.ref_no, c.name AS party, o.product_code, o.name, t.lot_code, m.qty_base,
       m.unit_cost, m.value, coalesce(m.entered_by, s.original_name) AS source
FROM reconciliation_movement(:reconciliation_id) r
JOIN stock_movement m USING (movement_id)
JOIN product o ON o.product_id = m.product_id
LEFT JOIN lot t USING (lot_id)
LEFT JOIN party c ON c.party_id = m.party_id
LEFT JOIN submission s ON s.id = m.submission_id
ORDER BY r.row_no
