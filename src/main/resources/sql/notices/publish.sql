-- An event for each registered webhook that wants it, of whoever may see it.
INSERT INTO notice (dedupe_key, kind, target, payload, node, traceparent, webhook_id)
SELECT 'webhook:' || :key || ':api-' || w.id, 'PARTNER_WEBHOOK', 'api-' || w.id, cast(:payload AS jsonb), :node, :traceparent, w.id
FROM webhook w
WHERE w.tenant IN ('hub', :tenant) AND :event = ANY (w.events) AND w.disabled_at IS NULL
ON CONFLICT DO NOTHING
