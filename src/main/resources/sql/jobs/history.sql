SELECT id, job, business_date AS day, attempt, asked::text AS asked, wanted_by, coalesce(to_char(started_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI'), '–') AS began,
       coalesce(extract(epoch FROM coalesce(ended_at, now()) - started_at)::bigint, 0) AS seconds, rows_written AS rows, status, ': ' || failure AS failure
FROM job_run
WHERE :job::text IS NULL OR job = :job
ORDER BY id DESC LIMIT 50
