-- When a count was posted; of those of before, when the last of its rows was written, or when it was last changed.
UPDATE count_session s SET closed_at = coalesce(
  (SELECT max(m.recorded_at) FROM stock_movement m WHERE m.ref_type = 'COUNT' AND m.ref_no = s.session_no), s.updated_at)
WHERE s.status = 'POSTED' AND s.closed_at IS NULL;
