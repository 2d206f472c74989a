-- Events of what a tenant does that registered webhooks want; the house may change anybody's documents.
SELECT DISTINCT event FROM webhook, unnest(events) AS event
WHERE disabled_at IS NULL AND (tenant IN ('hub', :tenant) OR :tenant = 'hub' AND event LIKE 'document.%')
