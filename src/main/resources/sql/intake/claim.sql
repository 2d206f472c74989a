-- The oldest submission of this home that nobody works on: new, failed and due again, or left by a dead hub. The same
-- bytes once more wait until it is known what became of the first.
UPDATE submission s
SET status = 'POSTING', attempt = s.attempt + 1, started_at = now(),
    lease_owner = :owner, lease_until = now() + make_interval(secs => :seconds)
FROM (SELECT id FROM submission n
      WHERE coalesce(node, :node) = :node
        AND (status = 'RECEIVED' OR (status IN ('POSTING', 'FAILED') AND lease_until <= now()))
        AND NOT EXISTS (SELECT 1 FROM submission f
                        WHERE f.id = n.waits_for AND f.status IN ('RECEIVED', 'POSTING', 'FAILED'))
      ORDER BY id
      FOR UPDATE OF n SKIP LOCKED
      LIMIT 1) next, content c
WHERE s.id = next.id AND c.sha256 = s.sha256
RETURNING s.id, s.channel, s.folder, s.original_name, s.sha256, c.path, s.preview, s.attempt, s.failure, s.tenant,
          s.wanted_feed, s.waits_for, s.traceparent
