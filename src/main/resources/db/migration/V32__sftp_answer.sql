-- Acknowledgements that go back to partners' servers (module sftp).
CREATE TABLE sftp_answer (
  submission_id   bigint PRIMARY KEY REFERENCES submission,
  partner         text NOT NULL,
  -- the answered file's name; it may come again, and each answer has a name of its own
  base_name       text NOT NULL,
  remote_name     text NOT NULL,
  -- below the home of the hub that wrote it, which is the one to bring it
  acknowledgement text NOT NULL,
  node            text NOT NULL,
  attempt         integer NOT NULL DEFAULT 0,
  due_at          timestamptz NOT NULL DEFAULT now(),
  failure         text,
  sent_at         timestamptz,
  CONSTRAINT sftp_answer_name_once UNIQUE (partner, remote_name)
);
CREATE INDEX sftp_answer_by_base ON sftp_answer (partner, base_name);
CREATE INDEX sftp_answer_owed ON sftp_answer (partner, due_at) WHERE sent_at IS NULL;
