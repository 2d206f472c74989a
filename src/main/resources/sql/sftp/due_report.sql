SELECT id, remote_name, path, attempt, partner
FROM sftp_report
WHERE partner = :partner AND node = :node AND sent_at IS NULL AND due_at <= now()
ORDER BY due_at, id
LIMIT 1
