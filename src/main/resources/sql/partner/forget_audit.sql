DELETE FROM api_audit
WHERE id IN (SELECT id FROM api_audit WHERE at < :before ORDER BY at LIMIT :most)
