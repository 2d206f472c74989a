-- A session that is given up; none where it has ended.
UPDATE count_session SET status = 'CANCELLED', closed_by = :by, closed_at = now(), closed_because = :because, updated_at = clock_timestamp()
WHERE session_no_norm = :norm AND withdrawn_by IS NULL AND status NOT IN ('POSTED', 'CANCELLED')
