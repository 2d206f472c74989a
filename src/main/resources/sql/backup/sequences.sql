-- Sequences stand outside of every snapshot. Null: none was ever taken.
SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences
WHERE schemaname NOT LIKE 'pg\_%' ORDER BY 1
