-- Each way of a workbook, or of the news that there is none, to each of its recipients: letters, SFTP servers, buckets.
CREATE VIEW v_report_delivery AS
SELECT d.*, CASE WHEN d.sent_at IS NOT NULL THEN 'SENT' WHEN d.parked_at IS NOT NULL THEN 'PARKED' WHEN d.failure IS NOT NULL THEN 'FAILING' ELSE 'WAITING' END
       AS state
FROM (
  SELECT 'MAIL' AS channel, n.id, k.part[1] AS job, nullif(k.part[2], '') AS name, k.part[3]::date AS business_date, k.part[4]::int AS run, n.target,
         n.created_at, n.attempt, n.due_at, n.sent_at, n.parked_at, n.failure
  FROM notice n
  CROSS JOIN LATERAL regexp_match(n.dedupe_key, '^letter:report:([^:]+):(.*):(\d{4}-\d\d-\d\d):(\d+):') k(part)
  WHERE n.kind = 'LETTER' AND n.dedupe_key LIKE 'letter:report:%' AND k.part IS NOT NULL
  UNION ALL
  SELECT 'SFTP', id, job, remote_name, business_date, run, partner, NULL, attempt, due_at, sent_at, NULL, failure FROM sftp_report
  UNION ALL
  SELECT 'S3', id, job, object_name, business_date, run, bucket, NULL, attempt, due_at, sent_at, NULL, failure FROM bucket_report) d;
