INSERT INTO notice (dedupe_key, kind, target, payload, node, traceparent)
VALUES (:key, :kind, :target, cast(:payload AS jsonb), :node, :traceparent)
ON CONFLICT DO NOTHING
