SELECT session_no_norm FROM count_session
WHERE session_no_norm = document_number(:session) AND status IN ('COUNTING', 'RECOUNT', 'REVIEW') AND withdrawn_by IS NULL
