-- Movements that were posted under one of the keys; undone where an undo took them back.
SELECT m.idempotency_key, m.product_id, m.warehouse_id, m.origin, m.effective_at, m.qty_base, m.unit_cost,
       m.submission_id, m.source_sheet, m.source_row,
       EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || m.idempotency_key) AS undone
FROM stock_movement m
WHERE m.idempotency_key = ANY (:keys)
