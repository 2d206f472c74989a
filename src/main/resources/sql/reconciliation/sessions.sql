-- Sessions, those that are open first, or the one of a number; differences as the last run of reconcile-stock left them. One that was
-- reconciled is to be counted again in part, or reviewed, until somebody counts, posts or gives up.
SELECT s.session_no AS session, w.code AS warehouse, s.kind, s.freeze_mode AS freeze, s.empty_qty_means AS empty_means, s.cutoff_at,
       CASE WHEN s.status <> 'COUNTING' OR NOT reconciled.is_last THEN s.status WHEN again.wanted THEN 'RECOUNT' ELSE 'REVIEW' END AS status,
       s.opened_by, s.closed_by, s.closed_because,
       (SELECT count(*) FROM count_line l WHERE l.session_id = s.session_id AND l.withdrawn_by IS NULL) AS lines,
       count(a.adjustment_id) AS differences, count(*) FILTER (WHERE a.status = 'PENDING') AS pending
FROM count_session s
JOIN warehouse w USING (warehouse_id)
LEFT JOIN count_line c ON c.session_id = s.session_id
LEFT JOIN count_adjustment a ON a.line_id = c.line_id
LEFT JOIN LATERAL (
  SELECT r.reconciliation_id, r.known_at FROM reconciliation r WHERE r.session_id = s.session_id AND r.done_at IS NOT NULL
  ORDER BY r.reconciliation_id DESC LIMIT 1) last ON true
CROSS JOIN LATERAL (
  SELECT last.reconciliation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM count_line l JOIN count_entry e USING (line_id) JOIN submission i ON i.id = e.submission_id
    WHERE l.session_id = s.session_id AND e.withdrawn_by IS NULL AND i.finished_at > last.known_at) AS is_last) reconciled
CROSS JOIN LATERAL (
  SELECT EXISTS (
    SELECT FROM reconciliation_finding f JOIN count_line l ON l.session_id = s.session_id AND l.product_id = f.product_id
    WHERE f.reconciliation_id = last.reconciliation_id AND f.rule_code = 'CNT-009' AND (f.lot_id IS NULL OR f.lot_id = l.lot_id)
      AND l.withdrawn_by IS NULL AND to_be_recounted(l.line_id, last.reconciliation_id)) AS wanted) again
WHERE s.withdrawn_by IS NULL AND (:session::text IS NULL OR s.session_no_norm = document_number(:session))
GROUP BY s.session_id, w.code, reconciled.is_last, again.wanted
ORDER BY s.status IN ('POSTED', 'CANCELLED'), s.cutoff_at DESC, s.session_no LIMIT 100
