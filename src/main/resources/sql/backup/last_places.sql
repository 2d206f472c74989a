SELECT DISTINCT unnest(places)
FROM (SELECT places FROM backup_run WHERE status = 'VERIFIED' ORDER BY snapshot_at DESC LIMIT 10) AS last
