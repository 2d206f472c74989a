SELECT id, bucket, object_name, path, attempt
FROM bucket_report
WHERE node = :node AND bucket = ANY (:buckets) AND sent_at IS NULL AND due_at <= now()
ORDER BY due_at, id
LIMIT 1
