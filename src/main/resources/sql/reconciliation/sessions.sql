-- Sessions, those that are open first, or the one of a number; differences as the last run of reconcile-stock left them.
SELECT s.session_no AS session, w.code AS warehouse, s.kind, s.freeze_mode AS freeze, s.empty_qty_means AS empty_means, s.cutoff_at, s.status,
       s.opened_by, s.closed_by, s.closed_because,
       (SELECT count(*) FROM count_line l WHERE l.session_id = s.session_id AND l.withdrawn_by IS NULL) AS lines,
       count(a.adjustment_id) AS differences, count(*) FILTER (WHERE a.status = 'PENDING') AS pending
FROM count_session s
JOIN warehouse w USING (warehouse_id)
LEFT JOIN count_line c ON c.session_id = s.session_id
LEFT JOIN count_adjustment a ON a.line_id = c.line_id
WHERE s.withdrawn_by IS NULL AND (:session::text IS NULL OR s.session_no_norm = document_number(:session))
GROUP BY s.session_id, w.code
ORDER BY s.status IN ('POSTED', 'CANCELLED'), s.cutoff_at DESC, s.session_no LIMIT 100
