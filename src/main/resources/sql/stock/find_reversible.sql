-- Movements with one of the reference numbers that nobody has reversed yet; where an undo took a reversal back, what
-- it wrote stands for the movement.
SELECT m.movement_id, m.ref_no, m.product_id, m.warehouse_id, m.lot_id, m.qty_base, m.unit_cost, m.value, m.ref_type = 'COUNT' AS counted
FROM stock_movement m
WHERE m.ref_no = ANY (:refs)
  AND (m.origin <> 'REVERSAL'
    OR (m.ref_type = 'UNDO' AND EXISTS (SELECT FROM stock_movement o WHERE o.movement_id = m.reverses_id
                                        AND o.origin = 'REVERSAL' AND o.ref_type <> 'UNDO')))
  AND NOT EXISTS (SELECT FROM stock_movement r WHERE r.reverses_id = m.movement_id)
ORDER BY counted, m.movement_id
