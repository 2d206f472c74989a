SELECT EXISTS (
  SELECT 1 FROM sftp_answer
  WHERE partner = :partner AND node = :node AND sent_at IS NULL AND failure IS NOT NULL)
