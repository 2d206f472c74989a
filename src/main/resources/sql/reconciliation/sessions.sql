-- Sessions, those that are open first; differences as the last run of reconcile-stock left them.
SELECT s.session_no, w.code AS warehouse, s.cutoff_at, s.status,
       (SELECT count(*) FROM count_line l WHERE l.session_id = s.session_id AND l.withdrawn_by IS NULL) AS lines,
       count(a.adjustment_id) AS differences, count(*) FILTER (WHERE a.status = 'PENDING') AS pending
FROM count_session s
JOIN warehouse w USING (warehouse_id)
LEFT JOIN count_line c ON c.session_id = s.session_id
LEFT JOIN count_adjustment a ON a.line_id = c.line_id
WHERE s.withdrawn_by IS NULL
GROUP BY s.session_id, w.code
ORDER BY s.status IN ('POSTED', 'CANCELLED'), s.cutoff_at DESC, s.session_no LIMIT 100
