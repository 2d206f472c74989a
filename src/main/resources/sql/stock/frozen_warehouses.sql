-- Counts during which nothing may move in their warehouse.
SELECT s.warehouse_id, s.session_no, s.cutoff_at
FROM count_session s
WHERE s.freeze_mode = 'HARD' AND s.status IN ('OPEN', 'COUNTING', 'RECOUNT', 'REVIEW') AND s.withdrawn_by IS NULL
ORDER BY s.cutoff_at, s.session_id
