-- A job whose last run failed is an incident until one is done (decision 0040).
ALTER TABLE incident
  DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN ('FEED', 'DOOR', 'FILE', 'JOB')),
  DROP CONSTRAINT incident_reason_check,
  ADD CONSTRAINT incident_reason_check CHECK
    (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT', 'UNREADABLE', 'FAILED'));
