-- An incident that begins again soon is there at once, and told later.
ALTER TABLE incident
  -- whether somebody was told that it began, this time
  ADD COLUMN told boolean NOT NULL DEFAULT true,
  -- when somebody was last told that it is over
  ADD COLUMN over_told_at timestamptz;
UPDATE incident SET over_told_at = closed_at;

CREATE OR REPLACE VIEW v_incident AS
SELECT id, closed_at IS NULL AS is_open, kind, subject, business_day, reason, sentence, contact, opened_at, closed_at,
       closed_because, times, told
FROM incident
ORDER BY is_open DESC, opened_at DESC;
