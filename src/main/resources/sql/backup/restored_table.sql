-- A table that only the copy has is one more that differs.
INSERT INTO backup_table_check (backup_run_id, table_name, rows, sum_a, sum_b, restored_rows, restored_sum_a, restored_sum_b)
VALUES (:id, :table, 0, 0, 0, :rows, :a, :b)
ON CONFLICT (backup_run_id, table_name) DO UPDATE
SET restored_rows = excluded.restored_rows, restored_sum_a = excluded.restored_sum_a, restored_sum_b = excluded.restored_sum_b
