DELETE FROM notice
WHERE kind = 'LETTER' AND sent_at IS NULL AND parked_at IS NULL AND starts_with(dedupe_key, :alike) AND NOT starts_with(dedupe_key, :key)
