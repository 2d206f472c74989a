-- Balances that this submission brought below zero, each at its last row that took something out.
SELECT p.product_code, l.lot_code, s.qty, last.source_sheet, last.source_row, last.ref_no
FROM (
  SELECT product_id, warehouse_id, lot_id
  FROM stock_movement WHERE submission_id = :submission
  GROUP BY product_id, warehouse_id, lot_id HAVING sum(qty_base) < 0) t
JOIN LATERAL (
  SELECT sum(m.qty_base) AS qty FROM stock_movement m
  WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND m.lot_id IS NOT DISTINCT FROM t.lot_id) s ON s.qty < 0
JOIN LATERAL (
  SELECT m.source_sheet, m.source_row, m.ref_no FROM stock_movement m
  WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND m.lot_id IS NOT DISTINCT FROM t.lot_id AND m.submission_id = :submission AND m.qty_base < 0
  ORDER BY m.movement_id DESC LIMIT 1) last ON true
JOIN product p ON p.product_id = t.product_id
LEFT JOIN lot l ON l.lot_id = t.lot_id
ORDER BY last.source_sheet, last.source_row
