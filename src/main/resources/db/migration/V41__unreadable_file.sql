-- A feed or calendar that somebody wrote and nobody can read is an incident of its own (decision 0035).
ALTER TABLE incident
  DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN ('FEED', 'DOOR', 'FILE')),
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE'));
