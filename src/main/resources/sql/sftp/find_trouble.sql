SELECT failure FROM sftp_answer
WHERE partner = :partner AND node = :node AND sent_at IS NULL AND failure IS NOT NULL
ORDER BY submission_id LIMIT 1
