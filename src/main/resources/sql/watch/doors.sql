-- The doors by name. Of hubs that share one, whoever sees it well speaks for all; then whoever knows why it fails.
SELECT DISTINCT ON (name) name, kind, greatest(opened_at, last_polled_at) AS seen_at, last_polled_at,
       failing_since, failure
FROM v_door
ORDER BY name, (failing_since IS NULL AND greatest(opened_at, last_polled_at) > :silent) DESC,
         failing_since DESC NULLS LAST, seen_at DESC
