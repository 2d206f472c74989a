-- Sessions that a submission opened: each goes with its last line.
SELECT s.session_id, s.session_no, '', NULL::int, CASE WHEN u.user_id IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END,
       CASE WHEN u.user_id IS NOT NULL THEN 'in-use' END, u.submission_id, u.document
FROM count_session s
LEFT JOIN LATERAL (
  SELECT u.user_id, u.submission_id, u.document FROM v_record_use u
  WHERE u.kind = 'count-session' AND u.record_id = s.session_id
    AND NOT EXISTS (SELECT FROM v_undo_entry e
                    WHERE e.undo_id = :undo AND e.kind = u.user_kind AND e.record_id = u.user_id AND e.outcome <> 'KEPT'
                      AND u.submission_id = :submission)
  ORDER BY u.submission_id DESC LIMIT 1) u ON true
WHERE s.submission_id = :submission AND s.withdrawn_by IS NULL
