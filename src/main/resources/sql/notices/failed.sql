-- The one that failed, those that stand at the same closed door, and what else is due to a recipient whom it cannot reach now.
UPDATE notice n
SET attempt = n.attempt + 1,
    failure = :reason,
    trying_since = coalesce(n.trying_since, now()),
    parked_at = CASE WHEN :forGood OR n.trying_since < now() - make_interval(secs => :patience) THEN now() END,
    due_at = now() + make_interval(secs =>
      greatest(:soonest, least(:latest, power(2, least(n.attempt, 20)))))
FROM notice tried
WHERE tried.id = :id
  AND n.sent_at IS NULL AND n.parked_at IS NULL
  AND (n.id = tried.id
    OR :closed AND n.node = :node AND n.kind = tried.kind AND n.due_at <= now()
      AND (n.kind = 'LETTER' OR n.target = tried.target)
    OR NOT :forGood AND n.node = :node AND n.kind = 'LETTER' AND tried.kind = 'LETTER' AND n.target = tried.target
      AND n.due_at <= now())
RETURNING n.parked_at IS NOT NULL AS parked
