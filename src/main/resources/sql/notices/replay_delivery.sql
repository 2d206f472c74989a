-- A delivery that arrived or was given up is due again; whoever asks for that has mended his program.
WITH again AS (
  UPDATE notice SET sent_at = NULL, parked_at = NULL, trying_since = NULL, attempt = 0, failure = NULL, due_at = now()
  WHERE id = :delivery AND webhook_id = :webhook RETURNING webhook_id),
enabled AS (
  UPDATE webhook SET disabled_at = NULL, disabled_why = NULL WHERE id IN (SELECT webhook_id FROM again) RETURNING id)
SELECT EXISTS (SELECT FROM again)
