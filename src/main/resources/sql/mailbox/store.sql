UPDATE mail
SET status = 'STORED', sha256 = :hash, subject = :subject, message_id = :messageId, thread = :thread,
    answerable = :answerable,
    -- the server gave it; what fails afterwards is counted anew
    attempt = CASE status WHEN 'SEEN' THEN 0 ELSE attempt END, retry_at = NULL,
    failure = CASE status WHEN 'SEEN' THEN NULL ELSE failure END
-- what another hub has ended meanwhile stays so
WHERE id = :id AND status IN ('SEEN', 'STORED')
