INSERT INTO sftp_report (partner, job, business_date, run, remote_name, path, node)
VALUES (:partner, :job, :date, :run, :name, :path, :node)
ON CONFLICT ON CONSTRAINT sftp_report_once DO NOTHING
