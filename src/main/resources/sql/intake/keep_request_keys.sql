-- The answers under their keys; one that has expired gives way.
INSERT INTO idempotency_key AS k (tenant, client, endpoint, key, request_sha256, status, headers, body)
SELECT t.tenant, t.client, t.endpoint, t.key, t.request, t.status, t.headers::jsonb, t.body
FROM unnest(:tenants::text[], :clients::text[], :endpoints::text[], :keys::text[], :requests::text[], :statuses::int[],
            :headers::text[], :bodies::text[]) AS t (tenant, client, endpoint, key, request, status, headers, body)
ON CONFLICT (tenant, client, endpoint, key) DO UPDATE
SET request_sha256 = excluded.request_sha256, status = excluded.status, headers = excluded.headers,
    body = excluded.body, created_at = now()
WHERE k.created_at <= now() - interval '48 hours'
