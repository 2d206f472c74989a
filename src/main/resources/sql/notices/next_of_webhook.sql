SELECT id FROM notice
WHERE webhook_id = :webhook AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
ORDER BY id LIMIT 1
