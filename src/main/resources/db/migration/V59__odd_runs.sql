-- A run of a job that is done, and not as its job expects it.
ALTER TABLE incident
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE', 'FAILED', 'STUCK', 'ODD'));
