INSERT INTO api_audit (at, client, tenant, key_id, method, path, status, reason, address, trace_id, times)
VALUES (:at, :client, :tenant, :key, :method, :path, :status, :reason, :address::inet, :trace, :times)
