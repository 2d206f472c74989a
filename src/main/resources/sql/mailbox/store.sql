UPDATE mail
SET status = 'STORED', sha256 = :hash, subject = :subject, message_id = :messageId, thread = :thread,
    answerable = :answerable, attempt = 0, retry_at = NULL, failure = NULL
-- what another hub has ended meanwhile stays so
WHERE id = :id AND status IN ('SEEN', 'STORED')
