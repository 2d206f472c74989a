UPDATE submission
SET status = 'FAILED', failure = :failure, lease_until = now() + make_interval(secs => :seconds)
WHERE id = :id AND status = 'POSTING' AND lease_owner = :owner AND attempt = :attempt
