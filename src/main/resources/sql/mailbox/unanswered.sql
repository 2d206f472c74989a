-- A mail whose parts all have their final answer; no row while one is missing, or when nobody waits for it.
SELECT m.sender, coalesce(m.subject, '') AS subject, m.message_id, m.thread, m.seen_at
FROM mail m
WHERE m.id = :id AND m.answerable AND m.status IN ('TAKEN', 'REFUSED')
  AND EXISTS (SELECT 1 FROM mail_part p WHERE p.mail_id = m.id)
  AND NOT EXISTS (SELECT 1 FROM mail_part p WHERE p.mail_id = m.id AND p.answer IS NULL)
