SELECT submission_id, remote_name, acknowledgement, attempt, partner
FROM sftp_answer
WHERE partner = :partner AND node = :node AND sent_at IS NULL AND due_at <= now()
ORDER BY due_at, submission_id
LIMIT 1
