INSERT INTO webhook (tenant, client, url, events, description, secret)
SELECT :tenant, :client, :url, :events, :description, :secret
WHERE (SELECT count(*) FROM webhook WHERE tenant = :tenant) < :most
ON CONFLICT DO NOTHING
RETURNING id
