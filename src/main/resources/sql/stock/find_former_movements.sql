-- Movements that were posted under one of the keys.
SELECT m.idempotency_key, m.product_id, m.warehouse_id, m.origin, m.effective_at, m.qty_base, m.unit_cost
FROM stock_movement m
WHERE m.idempotency_key = ANY (:keys)
