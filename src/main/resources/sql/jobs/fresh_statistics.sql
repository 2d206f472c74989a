-- Tables of which a fifth has changed since the planner last looked, as after the first import: planned without, a step of seconds takes minutes.
DO $$
DECLARE
  stale text;
BEGIN
  FOR stale IN
    SELECT format('%I.%I', schemaname, relname) FROM pg_stat_user_tables
    WHERE schemaname = 'hub' AND n_mod_since_analyze > 500 AND n_mod_since_analyze > n_live_tup / 5
  LOOP
    EXECUTE 'ANALYZE ' || stale;
  END LOOP;
END $$
