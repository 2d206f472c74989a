-- The latest first.
SELECT id, document::text AS document
FROM v_api_submission
WHERE id < :before
  AND (:status::text IS NULL OR status = :status) AND (:feed::text IS NULL OR feed = :feed)
  AND (:since::timestamptz IS NULL OR received_at >= :since)
ORDER BY id DESC
LIMIT :limit
