-- Backups and what proves them (decision 0048). A run ends VERIFIED, FAILED (it could not be made, shipped or restored) or
-- SUSPECT (the restored copy differs); whatever has no end died with its hub.
CREATE TABLE backup_run (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL UNIQUE,
  status          text NOT NULL CHECK (status IN ('RUNNING', 'DUMPED', 'UPLOADED', 'VERIFIED', 'FAILED', 'SUSPECT')),
  step            text NOT NULL,
  node            text NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT now(),
  ended_at        timestamptz,
  snapshot_at     timestamptz,
  snapshot_lsn    text,
  database_bytes  bigint,
  bytes           bigint,
  sha256          text,
  tables          integer,
  rows            bigint,
  catalogue       text,
  migration       text,
  server_version  text,
  tool_version    text,
  places          text[] NOT NULL DEFAULT '{}',
  scratch         text,
  dump_ms         bigint,
  seal_ms         bigint,
  ship_ms         bigint,
  fetch_ms        bigint,
  restore_ms      bigint,
  compare_ms      bigint,
  failure         text
);

CREATE TABLE backup_table_check (
  backup_run_id   bigint NOT NULL REFERENCES backup_run ON DELETE CASCADE,
  table_name      text NOT NULL,
  rows            bigint NOT NULL,
  sum_a           numeric NOT NULL,
  sum_b           numeric NOT NULL,
  restored_rows   bigint,
  restored_sum_a  numeric,
  restored_sum_b  numeric,
  is_equal        boolean GENERATED ALWAYS AS
    (rows IS NOT DISTINCT FROM restored_rows AND sum_a IS NOT DISTINCT FROM restored_sum_a
      AND sum_b IS NOT DISTINCT FROM restored_sum_b) STORED,
  PRIMARY KEY (backup_run_id, table_name)
);

CREATE VIEW v_backup AS
SELECT id, name, status, step, started_at, ended_at, snapshot_at, database_bytes, bytes, tables, rows, places, failure,
       dump_ms, seal_ms, ship_ms, fetch_ms, restore_ms, compare_ms
FROM backup_run;
COMMENT ON VIEW v_backup IS 'Backups; recovery time = fetch_ms + restore_ms, recovery point = now() - snapshot_at of the last VERIFIED one';

ALTER TABLE incident
  DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN ('FEED', 'DOOR', 'FILE', 'JOB', 'QUEUE', 'BACKUP')),
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE', 'FAILED', 'STUCK', 'ODD', 'UNPROVED'));
