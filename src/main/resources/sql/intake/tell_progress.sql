-- How far a file is; what comes back is whether somebody wants it stopped.
INSERT INTO posting_progress (submission_id, rows_total, rows_read, documents_done, started_at, updated_at, estimated_end)
VALUES (:id, :total, :read, :documents, :started, clock_timestamp(), :end)
ON CONFLICT (submission_id) DO UPDATE
  SET rows_total = excluded.rows_total, rows_read = excluded.rows_read, documents_done = excluded.documents_done,
      started_at = excluded.started_at, updated_at = excluded.updated_at, estimated_end = excluded.estimated_end
RETURNING stop_requested
