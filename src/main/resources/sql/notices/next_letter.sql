-- Those that were never tried come first: one whose receiver makes the server slow must not hold up the others each time.
SELECT id FROM notice
WHERE kind = 'LETTER' AND node = :node AND sent_at IS NULL AND parked_at IS NULL AND due_at <= now()
  AND NOT id = ANY (:underway)
  AND target NOT IN (SELECT target FROM notice WHERE id = ANY (:underway))
ORDER BY attempt > 0, due_at, id LIMIT 1
