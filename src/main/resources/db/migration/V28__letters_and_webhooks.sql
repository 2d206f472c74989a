-- The outbox sends letters and webhooks too (module notices); not every notice speaks of a submission.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('ACKNOWLEDGEMENT', 'LETTER', 'WEBHOOK'));
ALTER TABLE notice ALTER COLUMN submission_id DROP NOT NULL;
ALTER TABLE notice ADD CONSTRAINT notice_acknowledgement_names_submission
  CHECK (kind <> 'ACKNOWLEDGEMENT' OR submission_id IS NOT NULL);
-- the webhook's name; null for the other kinds
ALTER TABLE notice ADD COLUMN target text;
-- the letter, or the event as it is sent
ALTER TABLE notice ADD COLUMN payload jsonb NOT NULL DEFAULT '{}'::jsonb;
-- why the last attempt failed, and since when nobody tries any more
ALTER TABLE notice ADD COLUMN failure text;
ALTER TABLE notice ADD COLUMN parked_at timestamptz;

-- What brings files in from elsewhere (mailboxes, partner servers), and whether it still does.
CREATE TABLE door (
  name           text NOT NULL,
  node           text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('MAILBOX', 'SFTP')),
  opened_at      timestamptz NOT NULL DEFAULT now(),
  last_polled_at timestamptz,
  failing_since  timestamptz,
  failure        text,
  PRIMARY KEY (node, name)
);
CREATE VIEW v_door AS
SELECT name, node, kind, opened_at, last_polled_at, failing_since, failure FROM door;
