SELECT count(*)
  FROM api_key
 WHERE client_id = :client
   AND revoked_at IS NULL
   AND (expires_at IS NULL OR expires_at > now())
