UPDATE door
SET last_polled_at = CASE WHEN cast(:failure AS text) IS NULL THEN now() ELSE last_polled_at END,
    failing_since = CASE WHEN cast(:failure AS text) IS NOT NULL THEN coalesce(failing_since, now()) END,
    failure = :failure
WHERE node = :node AND name = :name
