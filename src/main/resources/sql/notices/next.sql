SELECT id FROM notice
WHERE kind = :kind AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
ORDER BY attempt > 0, due_at, id LIMIT 1
