-- Documents in force behind a place in the order of their changes; {view} is one of v_api_….
SELECT id, updated_at, document::text AS document
FROM {view}
WHERE is_current
  AND (updated_at, id) > (:after::timestamptz, :id) AND updated_at < :horizon::timestamptz
ORDER BY updated_at, id
LIMIT :limit
