-- A workbook on its way to a bucket: once for a run, tried again until it is there (as sftp_report is for servers).
CREATE TABLE bucket_report (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bucket        text NOT NULL,
  job           text NOT NULL,
  business_date date NOT NULL,
  run           integer NOT NULL,
  object_name   text NOT NULL,
  -- below the home of the hub that wrote it, which is the one to bring it
  path          text NOT NULL,
  node          text NOT NULL,
  attempt       integer NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL DEFAULT now(),
  failure       text,
  sent_at       timestamptz,
  CONSTRAINT bucket_report_once UNIQUE (bucket, job, business_date, run, object_name)
);
CREATE INDEX bucket_report_owed ON bucket_report (node, due_at) WHERE sent_at IS NULL;

ALTER TABLE door DROP CONSTRAINT door_kind_check;
ALTER TABLE door ADD CONSTRAINT door_kind_check CHECK (kind IN ('MAILBOX', 'SFTP', 'BUCKET'));
