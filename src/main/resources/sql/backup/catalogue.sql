-- Everything that tables are besides their rows, as text; owners apart, who may be others on another server.
WITH ours AS (
  SELECT oid, nspname FROM pg_namespace
  WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\_%'
), line AS (
  SELECT format('column %I.%I.%I %s %s %s %s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), co.collname) AS text
  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  LEFT JOIN pg_collation co ON co.oid = a.attcollation
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
  UNION ALL
  SELECT format('table %I.%I %s %s %s %s', n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions)
  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT format('constraint %s %I %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
  FROM pg_constraint k JOIN ours n ON n.oid = k.connamespace
  UNION ALL
  SELECT format('index %s %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN ours n ON n.oid = c.relnamespace
  UNION ALL
  SELECT format('policy %I.%I %I %s %s %s %s %s', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check) FROM pg_policies
  UNION ALL
  SELECT format('function %s', pg_get_functiondef(p.oid))
  FROM pg_proc p JOIN ours n ON n.oid = p.pronamespace
  WHERE p.prokind IN ('f', 'p')
    AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.objid = p.oid AND x.classid = 'pg_proc'::regclass AND x.deptype = 'e')
  UNION ALL
  SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), t.tgenabled)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN ours n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal
  UNION ALL
  -- a view that is read again names columns that it left to PostgreSQL; their names stand above
  SELECT format('view %I.%I %s', n.nspname, c.relname, regexp_replace(pg_get_viewdef(c.oid), ' AS ("[^"]*"|\w+)', '', 'g'))
  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm')
  UNION ALL
  SELECT format('sequence %I.%I %s %s %s %s %s %s %s', schemaname, sequencename, data_type, start_value, min_value, max_value, increment_by,
                cycle, cache_size)
  FROM pg_sequences WHERE schemaname NOT LIKE 'pg\_%'
  UNION ALL
  SELECT format('type %I.%I %s %s', n.nspname, t.typname, t.typtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
  FROM pg_type t JOIN ours n ON n.oid = t.typnamespace LEFT JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typtype IN ('e', 'd', 'r') GROUP BY n.nspname, t.typname, t.typtype
  UNION ALL
  SELECT format('comment %s %s %s', x.classoid::regclass, pg_describe_object(x.classoid, x.objoid, x.objsubid), x.description)
  FROM pg_description x JOIN pg_class c ON c.oid = x.objoid AND x.classoid = 'pg_class'::regclass JOIN ours n ON n.oid = c.relnamespace
  UNION ALL
  SELECT format('grant %I.%I %s %s', n.nspname, c.relname, g.grantee::regrole, g.privilege_type)
  FROM pg_class c JOIN ours n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) g WHERE g.grantee <> c.relowner
  UNION ALL
  SELECT format('schema %I', nspname) FROM ours
  UNION ALL
  SELECT format('extension %s %s', extname, extversion) FROM pg_extension
)
SELECT text FROM line ORDER BY text COLLATE "C"
