INSERT INTO door (node, name, kind) VALUES (:node, :name, :kind)
ON CONFLICT (node, name) DO UPDATE
SET kind = excluded.kind, opened_at = now(), failing_since = NULL, failure = NULL
