-- A session that was prepared before is no longer being counted when nothing of it is counted.
UPDATE count_session s SET status = 'OPEN'
WHERE s.status = 'COUNTING' AND s.submission_id IS DISTINCT FROM :submission AND s.withdrawn_by IS NULL
  AND s.session_id IN (SELECT l.session_id FROM v_undo_entry e JOIN count_line l ON l.line_id = e.record_id
                       WHERE e.undo_id = :undo AND e.kind = 'count' AND e.outcome <> 'KEPT')
  AND NOT EXISTS (SELECT FROM count_line l JOIN count_entry c USING (line_id)
                  WHERE l.session_id = s.session_id AND c.withdrawn_by IS NULL)
