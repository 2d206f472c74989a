-- Answers that were given under these keys and have not expired.
SELECT (t.n - 1)::int AS position, k.request_sha256, k.status, k.headers::text AS headers, k.body
FROM unnest(:tenants::text[], :clients::text[], :endpoints::text[], :keys::text[]) WITH ORDINALITY AS t (tenant, client, endpoint, key, n)
JOIN idempotency_key k USING (tenant, client, endpoint, key)
WHERE k.created_at > now() - interval '48 hours'
