UPDATE bucket_report
SET attempt = attempt + 1, due_at = now() + make_interval(secs => :seconds), failure = :failure
WHERE id = :id
