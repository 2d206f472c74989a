-- Those that were never tried come first: one whose receiver makes the server slow must not hold up the others each time.
-- That an incident is over is not told before that it began.
SELECT id, traceparent FROM notice n
WHERE kind = 'LETTER' AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
  AND NOT id = ANY (:underway)
  AND target NOT IN (SELECT target FROM notice WHERE id = ANY (:underway))
  AND NOT EXISTS (SELECT FROM notice e
                  WHERE n.dedupe_key LIKE 'letter:incident:%:closed%' AND e.dedupe_key LIKE 'letter:incident:%:opened%'
                    AND split_part(e.dedupe_key, ':', 3) = split_part(n.dedupe_key, ':', 3) AND e.target = n.target
                    AND e.sent_at IS NULL AND e.parked_at IS NULL)
ORDER BY attempt > 0, due_at, id LIMIT 1
