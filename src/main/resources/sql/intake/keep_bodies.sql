-- Bodies of requests, once each; what is there as a file stays one.
INSERT INTO content (sha256, body, byte_size)
SELECT t.hash, t.body, octet_length(t.body)
FROM unnest(:hashes::text[], :bodies::bytea[]) AS t (hash, body)
ON CONFLICT DO NOTHING
