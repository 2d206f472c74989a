INSERT INTO bucket_report (bucket, job, business_date, run, object_name, path, node)
VALUES (:bucket, :job, :date, :run, :name, :path, :node)
ON CONFLICT ON CONSTRAINT bucket_report_once DO NOTHING
