-- A letter with a report that was given up, as its recipient's mail server refuses it.
ALTER TABLE incident
  DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN ('FEED', 'DOOR', 'FILE', 'JOB', 'QUEUE', 'BACKUP', 'LETTER')),
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE', 'FAILED', 'STUCK', 'ODD', 'UNPROVED', 'REFUSED'));
