-- Half of what the last seven had between them: less is no dump of this database.
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY bytes) / 2
FROM (SELECT bytes FROM backup_run WHERE status = 'VERIFIED' ORDER BY id DESC LIMIT 7) AS last
