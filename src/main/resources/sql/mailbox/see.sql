-- The mail as it is known, new or not.
INSERT INTO mail (mailbox, account, uid_validity, uid, node) VALUES (:mailbox, :account, :validity, :uid, :node)
ON CONFLICT ON CONSTRAINT mail_once DO UPDATE SET mailbox = excluded.mailbox
RETURNING id, status, coalesce(sender, '') AS sender, sha256, attempt,
          coalesce(retry_at > now(), false) AS deferred
