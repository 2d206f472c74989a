-- What amcheck can look at: every entry of the index must be that of a row, and every row have one.
SELECT format('%I.%I', n.nspname, c.relname) AS name, c.oid::bigint AS oid
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE m.amname = 'btree' AND i.indisready AND i.indisvalid AND c.relpersistence <> 't' AND c.relkind = 'i'
ORDER BY 1
