SELECT id FROM notice
WHERE kind = :kind AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
ORDER BY id LIMIT 1
