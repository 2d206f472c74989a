-- Before the first proof it counts from the day on which the tables of backups came.
SELECT current_database() AS database,
       (SELECT max(snapshot_at) FROM v_backup WHERE status = 'VERIFIED' AND missing_since IS NULL) AS verified_at,
       (SELECT max(installed_on)::timestamptz FROM flyway_schema_history WHERE version = '62') AS since
