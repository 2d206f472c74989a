INSERT INTO notice (dedupe_key, kind, target, payload, node)
VALUES (:key, :kind, :target, cast(:payload AS jsonb), :node)
ON CONFLICT DO NOTHING
