SELECT format('%I.%I', n.nspname, c.relname) AS name, v.msg AS what
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL public.verify_heapam(c.oid::regclass) v
WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't'
LIMIT 5
