SELECT backup_name, choice, snapshot_at, place, status, extract(epoch FROM ended_at - started_at)::bigint AS seconds, tables, rows, failure
FROM v_restore_drill
WHERE (started_at AT TIME ZONE :zone)::date BETWEEN :businessDate - :days::int + 1 AND :businessDate
ORDER BY id
