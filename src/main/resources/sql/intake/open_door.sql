-- Why it let nobody in before this start still holds until somebody gets in.
INSERT INTO door (node, name, kind) VALUES (:node, :name, :kind)
ON CONFLICT (node, name) DO UPDATE SET kind = excluded.kind, opened_at = now()
