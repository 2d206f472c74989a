-- Counts that are not posted yet and could not be once stock is closed through that day.
SELECT session_no FROM count_session
WHERE withdrawn_by IS NULL AND status NOT IN ('POSTED', 'CANCELLED')
  AND (cutoff_at AT TIME ZONE :zone)::date <= :through
ORDER BY cutoff_at, session_no
