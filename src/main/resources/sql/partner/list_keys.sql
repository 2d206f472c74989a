SELECT k.id, c.name AS client, c.tenant, k.scopes, k.networks::text[] AS networks,
       k.created_at, k.expires_at, k.revoked_at, k.last_used_at
  FROM api_key k
  JOIN api_client c ON c.id = k.client_id
 ORDER BY c.name, k.created_at
