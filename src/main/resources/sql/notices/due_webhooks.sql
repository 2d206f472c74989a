-- Registered webhooks for which something is due.
SELECT DISTINCT webhook_id FROM notice
WHERE kind = 'PARTNER_WEBHOOK' AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
