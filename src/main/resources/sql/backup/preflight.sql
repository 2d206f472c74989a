-- Flyway holds a lock whose key begins with its name; the key of the table is added, which may carry.
SELECT now() AS now,
       current_setting('server_version') AS server_version,
       pg_database_size(current_database()) AS bytes,
       EXISTS (SELECT 1 FROM pg_locks
               WHERE locktype = 'advisory' AND granted AND objsubid = 1
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                 AND classid::bigint BETWEEN 77431708279161 / 4294967296 - 1 AND 77431708279161 / 4294967296 + 1) AS migrating
