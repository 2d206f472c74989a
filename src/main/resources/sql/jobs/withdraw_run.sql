-- Nobody has begun it: as if it had never been wanted.
DELETE FROM job_run WHERE id = :id AND status = 'WANTED'
