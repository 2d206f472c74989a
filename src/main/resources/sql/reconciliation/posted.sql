-- Each approved difference has its row of the ledger now, and its value: the parts of a product's value were rounded together.
UPDATE count_adjustment a SET status = 'POSTED', movement_id = m.movement_id, delta_value = coalesce(m.value, a.delta_value)
FROM stock_movement m, count_line l
WHERE l.session_id = :session AND a.line_id = l.line_id AND a.status = 'APPROVED'
  AND m.idempotency_key = 'count:' || l.session_id || ':' || l.line_id
