-- Somebody opens a count before anything is counted, and may close it without posting: then no file is behind the session.
ALTER TABLE count_session ALTER COLUMN submission_id DROP NOT NULL;
ALTER TABLE count_session ADD CONSTRAINT count_session_opened CHECK (submission_id IS NOT NULL OR opened_by IS NOT NULL);
ALTER TABLE count_session ADD COLUMN closed_by text, ADD COLUMN closed_at timestamptz, ADD COLUMN closed_because text;
