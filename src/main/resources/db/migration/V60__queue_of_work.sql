-- What waits for the same bytes to be done is no work that a hub leaves undone: one that is idle otherwise is not stuck.
CREATE OR REPLACE VIEW v_queue AS
SELECT q.node, count(*) AS waiting, min(q.received_at) AS oldest,
       (SELECT max(d.finished_at) FROM submission d WHERE d.node = q.node) AS last_done,
       coalesce(bool_or(q.lease_until > now()), false) AS at_work
FROM submission q
WHERE q.status IN ('RECEIVED', 'POSTING') AND q.node IS NOT NULL AND q.waits_for IS NULL
GROUP BY q.node;
