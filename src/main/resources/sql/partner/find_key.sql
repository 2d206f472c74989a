SELECT k.id AS key_id, k.secret_sha256, k.scopes, k.networks::text[] AS networks, k.expires_at, k.revoked_at,
       c.id AS client_id, c.name AS client_name, c.tenant, c.per_minute, c.per_day
  FROM api_key k
  JOIN api_client c ON c.id = k.client_id
 WHERE k.id = :id
