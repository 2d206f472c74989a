-- Sessions that a file opens; those that another file opened meanwhile count.
INSERT INTO count_session (session_no, session_no_norm, warehouse_id, cutoff_at, status, submission_id)
SELECT no, norm, warehouse_id, cutoff_at::timestamptz, 'COUNTING', :submission
FROM unnest(:nos::text[], :norms::text[], :warehouses::bigint[], :cutoffs::text[])
  AS t (no, norm, warehouse_id, cutoff_at)
ORDER BY norm
ON CONFLICT DO NOTHING
