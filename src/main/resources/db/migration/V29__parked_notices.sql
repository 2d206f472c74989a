-- Letters and webhooks are tried for days and then parked, where people see them and send them again (module notices,
-- ops/decisions/0023-letters-and-webhooks.md).

-- since when attempts fail: patience is counted from here, because a notice may wait long before anybody tries
ALTER TABLE notice ADD COLUMN trying_since timestamptz;
COMMENT ON COLUMN notice.target IS 'the recipient of a letter or the name of a webhook';

CREATE VIEW v_parked_notice AS
SELECT id, node, kind, target, dedupe_key, created_at, parked_at, attempt, failure
FROM notice WHERE parked_at IS NOT NULL;

-- True if it was parked; it is due at once then, and has all patience again.
CREATE FUNCTION replay_notice(notice_id bigint) RETURNS boolean
LANGUAGE sql SET search_path FROM CURRENT AS $$
  WITH replayed AS (
    UPDATE notice SET parked_at = NULL, trying_since = NULL, attempt = 0, due_at = now()
    WHERE id = notice_id AND parked_at IS NOT NULL RETURNING id)
  SELECT EXISTS (SELECT 1 FROM replayed)
$$;
