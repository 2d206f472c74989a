-- Differences of a session that is given up.
UPDATE count_adjustment a SET status = 'REJECTED'
FROM count_line l JOIN count_session s USING (session_id)
WHERE a.line_id = l.line_id AND a.status IN ('PENDING', 'APPROVED') AND s.session_no_norm = :norm AND s.withdrawn_by IS NULL
