-- A session that is given up, and its differences with it.
WITH closed AS (
  UPDATE count_session SET status = 'CANCELLED', closed_by = :by, closed_at = now(), closed_because = :because,
    updated_at = clock_timestamp()
  WHERE session_no_norm = document_number(:session) AND withdrawn_by IS NULL AND status NOT IN ('POSTED', 'CANCELLED')
  RETURNING session_id),
given_up AS (
  UPDATE count_adjustment a SET status = 'REJECTED'
  FROM count_line l JOIN closed USING (session_id)
  WHERE a.line_id = l.line_id AND a.status IN ('PENDING', 'APPROVED'))
SELECT session_id FROM closed
