-- Each approved difference has its row of the ledger now.
UPDATE count_adjustment a SET status = 'POSTED', movement_id = m.movement_id
FROM stock_movement m, count_line l
WHERE l.session_id = :session AND a.line_id = l.line_id AND a.status = 'APPROVED'
  AND m.idempotency_key = 'count:' || l.session_id || ':' || l.line_id
