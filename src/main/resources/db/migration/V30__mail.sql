-- Mails that came into a mailbox (module mailbox, decision 0024).

CREATE TABLE mail (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mailbox      text NOT NULL,
  -- the server's own identity of the mail; its Message-ID is its sender's word and decides nothing
  account      text NOT NULL,
  uid_validity bigint NOT NULL,
  uid          bigint NOT NULL,
  node         text NOT NULL,
  status       text NOT NULL DEFAULT 'SEEN' CHECK (status IN
                 ('SEEN', 'STORED', 'TAKEN', 'REFUSED', 'STRANGER', 'ECHO')),
  sender       text,
  subject      text,
  message_id   text,
  thread       text[] NOT NULL DEFAULT '{}',
  byte_size    bigint,
  sha256       char(64) REFERENCES content,
  answerable   boolean NOT NULL DEFAULT false,
  seen_at      timestamptz NOT NULL DEFAULT now(),
  filed_at     timestamptz,
  -- what the server could not give: how often, when it is asked again
  attempt      int NOT NULL DEFAULT 0,
  retry_at     timestamptz,
  failure      text,
  CONSTRAINT mail_once UNIQUE (account, uid_validity, uid)
);

-- What of a mail became a submission.
CREATE TABLE mail_part (
  mail_id  bigint NOT NULL REFERENCES mail ON DELETE CASCADE,
  part     text NOT NULL,
  name     text NOT NULL,
  -- the submission's delivery
  delivery text NOT NULL CONSTRAINT mail_part_delivery_once UNIQUE,
  -- its final answer: what happened, and the workbook's path below the hub's home
  sentence text,
  answer   text,
  PRIMARY KEY (mail_id, part)
);
