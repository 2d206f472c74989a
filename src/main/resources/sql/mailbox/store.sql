UPDATE mail
SET status = 'STORED', sha256 = :hash, subject = :subject, message_id = :messageId, thread = :thread,
    answerable = :answerable, attempt = 0, retry_at = NULL, failure = NULL
WHERE id = :id
