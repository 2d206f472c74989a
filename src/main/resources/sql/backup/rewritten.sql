-- pg_class as the snapshot sees it beside the file that the table has now. VACUUM FULL makes a new one as well, and harms nobody;
-- nothing tells them apart.
SELECT format('%I.%I', n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
  AND c.relfilenode IS DISTINCT FROM pg_relation_filenode(c.oid)
ORDER BY 1
