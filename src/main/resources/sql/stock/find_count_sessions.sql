-- The sessions of those numbers.
SELECT s.session_id, s.session_no, s.session_no_norm, s.warehouse_id, w.code AS warehouse_code, s.cutoff_at, s.blind,
       s.empty_qty_means = 'ZERO' AS empty_is_zero, s.status IN ('OPEN', 'COUNTING', 'RECOUNT') AS open
FROM count_session s
JOIN warehouse w USING (warehouse_id)
WHERE s.session_no_norm = ANY (:numbers) AND s.withdrawn_by IS NULL
