-- A session that nobody has counted yet; none where there is no such warehouse.
INSERT INTO count_session (session_no, session_no_norm, warehouse_id, kind, cutoff_at, freeze_mode, empty_qty_means, status, opened_by)
SELECT :session, :norm, w.warehouse_id, :kind, :cutoff::timestamptz, :freeze, :empty, 'OPEN', :by
FROM warehouse w
WHERE (w.code = :warehouse OR w.name_norm = :warehouse) AND w.withdrawn_by IS NULL
ORDER BY w.code <> :warehouse, w.warehouse_id LIMIT 1
