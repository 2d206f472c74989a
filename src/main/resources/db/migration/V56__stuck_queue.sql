-- What a hub took and nobody works on: its machine is gone, and another one that shares its database cannot do its work, whose files lie
-- in its home (decision 0007).
CREATE VIEW v_queue AS
SELECT q.node, count(*) AS waiting, min(q.received_at) AS oldest,
       (SELECT max(d.finished_at) FROM submission d WHERE d.node = q.node) AS last_done,
       coalesce(bool_or(q.lease_until > now()), false) AS at_work
FROM submission q
WHERE q.status IN ('RECEIVED', 'POSTING') AND q.node IS NOT NULL
GROUP BY q.node;

ALTER TABLE incident
  DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN ('FEED', 'DOOR', 'FILE', 'JOB', 'QUEUE')),
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE', 'FAILED', 'STUCK'));
