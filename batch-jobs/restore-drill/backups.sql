SELECT name, snapshot_at, status, tables, rows, database_bytes / 1e6 AS megabytes, bytes / 1e6 AS sealed_megabytes,
       dump_ms / 1e3 AS dump, restore_ms / 1e3 AS restore, compare_ms / 1e3 AS compare, failure
FROM v_backup
WHERE (started_at AT TIME ZONE :zone)::date BETWEEN :businessDate - :days::int + 1 AND :businessDate
ORDER BY id
