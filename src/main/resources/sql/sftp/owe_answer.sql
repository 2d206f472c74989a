-- Owed under that name, or owed once more under the name that it has; false if the name is another one's.
WITH known AS (
  UPDATE sftp_answer
  SET acknowledgement = :acknowledgement, node = :node, sent_at = NULL, due_at = now(), attempt = 0
  WHERE submission_id = :submission
  RETURNING submission_id
), added AS (
  INSERT INTO sftp_answer (submission_id, partner, base_name, remote_name, acknowledgement, node)
  SELECT :submission, :partner, :base, :name, :acknowledgement, :node
  WHERE NOT EXISTS (SELECT 1 FROM known)
  ON CONFLICT (partner, remote_name) DO NOTHING
  RETURNING submission_id
)
SELECT EXISTS (SELECT 1 FROM known) OR EXISTS (SELECT 1 FROM added)
