UPDATE backup_run
SET snapshot_at = :at, snapshot_lsn = :lsn, database_bytes = :databaseBytes, bytes = :bytes, sha256 = :sha256, tables = :tables,
    rows = :rows, catalogue = :catalogue, migration = :migration, server_version = :server, tool_version = :tool, places = :places
WHERE id = :id
