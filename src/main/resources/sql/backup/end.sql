UPDATE backup_run
SET status = :status, failure = :failure, ended_at = now(), dump_ms = :dump, seal_ms = :seal, ship_ms = :ship, fetch_ms = :fetch,
    restore_ms = :restore, compare_ms = :compare
WHERE id = :id
