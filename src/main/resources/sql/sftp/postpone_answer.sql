UPDATE sftp_answer
SET attempt = attempt + 1, due_at = now() + make_interval(secs => :seconds), failure = :failure
WHERE submission_id = :id
