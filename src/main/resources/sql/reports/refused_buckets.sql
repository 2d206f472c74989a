-- Buckets that something of this hub's could not be put into.
SELECT DISTINCT bucket FROM bucket_report WHERE node = :node AND sent_at IS NULL AND failure IS NOT NULL
