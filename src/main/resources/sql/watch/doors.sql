-- The doors by name. Of hubs that share one, whoever got in speaks for all; then whoever has known longest why it fails.
SELECT DISTINCT ON (name) name, kind, greatest(opened_at, last_polled_at) AS seen_at, last_polled_at,
       failing_since, failure
FROM v_door
ORDER BY name, coalesce(failing_since IS NULL AND last_polled_at > :silent, false) DESC, failing_since NULLS LAST, seen_at DESC
