SELECT f.rule_code, f.severity, count(*) AS findings, count(DISTINCT f.submission_id) AS files, min(f.message) AS example
FROM finding f JOIN submission s ON s.id = f.submission_id
WHERE s.received_at >= (:businessDate::date - :days::int + 1)::timestamp AT TIME ZONE :zone
  AND s.received_at < (:businessDate::date + 1)::timestamp AT TIME ZONE :zone AND NOT s.preview AND s.undoes IS NULL AND f.severity <> 'INFO'
GROUP BY 1, 2 ORDER BY f.severity = 'WARN', 3 DESC, 1
