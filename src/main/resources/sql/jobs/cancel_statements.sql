-- What a run is at; its step is rolled back and repeated when the run is restarted.
SELECT pg_cancel_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND application_name = :mark AND state = 'active'
