-- What was and will be sent to a registered webhook, the latest first.
SELECT id, document::text AS document
FROM v_webhook_delivery
WHERE webhook_id = :webhook AND id < :before
ORDER BY id DESC
LIMIT :limit
