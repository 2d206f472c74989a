-- A proved backup that is not where it was put counts for nothing until it is there again.
ALTER TABLE backup_run ADD COLUMN missing_since timestamptz;

CREATE OR REPLACE VIEW v_backup AS
SELECT id, name, status, step, started_at, ended_at, snapshot_at, database_bytes, bytes, tables, rows, places, failure,
       dump_ms, seal_ms, ship_ms, fetch_ms, restore_ms, compare_ms, missing_since
FROM backup_run;
