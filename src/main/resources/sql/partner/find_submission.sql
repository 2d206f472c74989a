-- A submission with how many findings it has of each severity.
SELECT s.id, s.status, s.finished_at IS NOT NULL AND (s.direct OR s.acknowledged_at IS NOT NULL) AS answered,
       (s.document || jsonb_build_object('findings', coalesce((
         SELECT jsonb_object_agg(c.severity, c.n)
         FROM (SELECT f.severity, count(*) AS n FROM v_api_finding f WHERE f.submission_id = s.id GROUP BY f.severity) c),
         '{}'::jsonb)))::text AS document
FROM v_api_submission s
WHERE s.id = :id
