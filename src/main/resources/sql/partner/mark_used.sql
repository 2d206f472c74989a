-- at most once a minute: the time of the last use need not be exact, and a busy key must not write all the time
UPDATE api_key
   SET last_used_at = :at
 WHERE id = :id
   AND (last_used_at IS NULL OR last_used_at < CAST(:at AS timestamptz) - interval '1 minute')
