-- What was tried in vain and will be tried again, and why it failed last.
CREATE VIEW v_failing_notice AS
SELECT id, node, kind, target, dedupe_key, created_at, due_at, attempt, failure
FROM notice WHERE sent_at IS NULL AND parked_at IS NULL AND failure IS NOT NULL;
