-- Counts under way in these warehouses.
SELECT warehouse_id, session_no, (cutoff_at AT TIME ZONE :zone)::date AS day, opened_by IS NOT NULL AS declared
FROM count_session
WHERE warehouse_id = ANY (:warehouses) AND status IN ('OPEN', 'COUNTING', 'RECOUNT', 'REVIEW') AND withdrawn_by IS NULL
ORDER BY session_id
