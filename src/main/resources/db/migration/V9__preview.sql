-- A preview is judged like any other file and writes no document; the same bytes may be previewed
-- again and again, and posted afterwards.
ALTER TABLE submission ADD COLUMN preview boolean NOT NULL DEFAULT false;

DROP INDEX submission_bytes_once;
CREATE UNIQUE INDEX submission_bytes_once ON submission (sha256)
  WHERE NOT preview AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED');

-- How far the posting of a long file is. Written beside the posting transaction, so it is seen while
-- that runs; the row goes when the result is there.
CREATE TABLE posting_progress (
  submission_id  bigint PRIMARY KEY,
  rows_total     int NOT NULL CHECK (rows_total >= 0),
  rows_read      int NOT NULL CHECK (rows_read >= 0),
  documents_done int NOT NULL CHECK (documents_done >= 0),
  started_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  estimated_end  timestamptz,
  -- set by an operator: the file is refused whole at its next portion
  stop_requested boolean NOT NULL DEFAULT false
);
