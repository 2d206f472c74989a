SELECT id, received_at, CASE WHEN preview THEN 'preview/' ELSE '' END || folder AS folder, original_name, feed, status, rows_read, rows_refused,
       documents_created + documents_revised + documents_unchanged AS documents, total_ttc,
       (SELECT message FROM finding f WHERE f.submission_id = s.id AND f.severity = 'REJECT_FILE' ORDER BY f.id LIMIT 1) AS reason
FROM submission s
ORDER BY id DESC
LIMIT 50
