-- A workbook on its way to a server: once for a run, tried again until it is there.
CREATE TABLE sftp_report (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner       text NOT NULL,
  job           text NOT NULL,
  business_date date NOT NULL,
  run           integer NOT NULL,
  remote_name   text NOT NULL,
  -- below the home of the hub that wrote it, which is the one to bring it
  path          text NOT NULL,
  node          text NOT NULL,
  attempt       integer NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL DEFAULT now(),
  failure       text,
  sent_at       timestamptz,
  CONSTRAINT sftp_report_once UNIQUE (partner, job, business_date, run, remote_name)
);
CREATE INDEX sftp_report_owed ON sftp_report (partner, due_at) WHERE sent_at IS NULL;
