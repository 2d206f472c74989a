INSERT INTO api_key (id, client_id, secret_sha256, scopes, networks, expires_at)
VALUES (:id, :client, :hash, :scopes, CAST(:networks AS cidr[]), :expires)
