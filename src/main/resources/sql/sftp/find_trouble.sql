-- The folder that something owed to that partner could not be brought to.
SELECT folder FROM (
  SELECT 'ANSWERS' AS folder, due_at FROM sftp_answer
  WHERE partner = :partner AND node = :node AND sent_at IS NULL AND failure IS NOT NULL
  UNION ALL
  SELECT 'REPORTS', due_at FROM sftp_report
  WHERE partner = :partner AND node = :node AND sent_at IS NULL AND failure IS NOT NULL) t
ORDER BY due_at
LIMIT 1
