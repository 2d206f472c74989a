-- One incident a day: a second one of the same day is the first one again, told if its end was not told since :again.
INSERT INTO incident (kind, subject, business_day, reason, sentence, contact, mail, node, opened_at)
SELECT :kind, :subject, :day, :reason, :sentence, :contact, :mail, :node, :now
-- so that a tick that sees nothing new uses up no number
WHERE NOT EXISTS (SELECT 1 FROM incident
                  WHERE kind = :kind AND subject = :subject AND business_day = :day AND closed_at IS NULL)
ON CONFLICT ON CONSTRAINT incident_once DO UPDATE
SET reason = excluded.reason, sentence = excluded.sentence, contact = excluded.contact, mail = excluded.mail,
    node = excluded.node, opened_at = excluded.opened_at, closed_at = NULL, closed_because = NULL,
    told = coalesce(incident.over_told_at <= :again, true), times = incident.times + 1
WHERE incident.closed_at IS NOT NULL
RETURNING id, times, told
