-- Kept backups that were restored again, and how that went: evidence, and the time that a recovery takes.
CREATE TABLE restore_drill (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  backup_name     text NOT NULL,
  place           text NOT NULL,
  choice          text NOT NULL CHECK (choice IN ('OLDEST', 'RANDOM')),
  snapshot_at     timestamptz NOT NULL,
  status          text NOT NULL CHECK (status IN ('RUNNING', 'VERIFIED', 'FAILED')),
  scratch         text NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT now(),
  ended_at        timestamptz,
  tables          integer NOT NULL,
  rows            bigint NOT NULL,
  failure         text
);

CREATE VIEW v_restore_drill AS
SELECT id, backup_name, place, choice, snapshot_at, status, started_at, ended_at, tables, rows, failure FROM restore_drill;
