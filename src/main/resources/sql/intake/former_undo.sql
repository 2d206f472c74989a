-- The latest undo that took that submission back.
SELECT id, status, documents_kept AS kept FROM submission
WHERE undoes = :submission AND NOT preview AND status IN ('POSTED', 'PARTIAL')
ORDER BY id DESC
LIMIT 1
