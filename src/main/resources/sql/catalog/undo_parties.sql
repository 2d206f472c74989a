-- Records that a submission made go unless something uses them that stays, or another file changed them; those that it
-- changed are what they were before, as far as nobody changed them since and nobody else has taken their identity.
WITH made AS (
  SELECT r.* FROM party r
  WHERE r.submission_id = :submission AND r.withdrawn_by IS NULL
    AND NOT EXISTS (SELECT FROM record_change c WHERE c.kind = 'party' AND c.record_id = r.party_id)
  UNION ALL
  -- whatever became of it since: what it was before its first change is who made it
  SELECT r.* FROM record_change c JOIN party r ON r.party_id = c.record_id AND r.withdrawn_by IS NULL
  WHERE c.kind = 'party' AND c.former_submission_id = :submission
    AND NOT EXISTS (SELECT FROM record_change p
                    WHERE p.kind = 'party' AND p.record_id = c.record_id AND p.change_id < c.change_id)),
why AS (
  SELECT DISTINCT ON (record_id) * FROM (
    SELECT m.party_id AS record_id, 1 AS n, 'changed' AS reason, c.submission_id AS by_submission, m.party_code AS by_document
    FROM made m JOIN record_change c ON c.kind = 'party' AND c.record_id = m.party_id
    WHERE c.submission_id <> :submission AND c.withdrawn_by IS NULL
    UNION ALL
    SELECT u.record_id, 2, 'in-use', u.submission_id, u.document
    FROM made m JOIN v_record_use u ON u.kind = 'party' AND u.record_id = m.party_id
    WHERE NOT EXISTS (SELECT FROM v_undo_entry e
                      WHERE e.undo_id = :undo AND e.kind = u.user_kind AND e.record_id = u.user_id
                        AND e.outcome <> 'KEPT' AND u.submission_id = :submission)) a
  ORDER BY record_id, n, by_submission DESC),
changed AS (
  SELECT DISTINCT ON (c.record_id) c.record_id, r.party_code, c.before, j.now, coalesce(n.before, j.now) AS after,
         n.submission_id AS by_submission
  FROM record_change c
  JOIN party r ON r.party_id = c.record_id AND r.withdrawn_by IS NULL
  CROSS JOIN LATERAL (SELECT to_jsonb(r) AS now) j
  LEFT JOIN LATERAL (SELECT n.before, n.submission_id FROM record_change n
                     WHERE n.kind = 'party' AND n.record_id = c.record_id AND n.change_id > c.change_id
                       AND n.submission_id <> :submission
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE c.kind = 'party' AND c.submission_id = :submission AND c.former_submission_id IS DISTINCT FROM :submission
    AND c.withdrawn_by IS NULL
  ORDER BY c.record_id, c.change_id),
counted AS (
  SELECT c.record_id, c.party_code, c.by_submission, t.party_id IS NOT NULL AS taken,
         count(*) FILTER (WHERE c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) AS back
  FROM changed c
  LEFT JOIN LATERAL (SELECT o.party_id FROM party o
                     WHERE o.withdrawn_by IS NULL AND o.party_id <> c.record_id
                       AND (o.party_code = c.before ->> 'party_code' 
                         OR (o.nif = c.before ->> 'nif' AND o.nif IS DISTINCT FROM c.now ->> 'nif' AND NOT o.nif_shared AND NOT o.is_own))
                     LIMIT 1) t ON true
  CROSS JOIN LATERAL jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key
  GROUP BY c.record_id, c.party_code, c.by_submission, t.party_id)
SELECT m.party_id, m.party_code, '', NULL::int, CASE WHEN w.reason IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END, w.reason,
       w.by_submission, w.by_document
FROM made m LEFT JOIN why w ON w.record_id = m.party_id
UNION ALL
SELECT record_id, party_code, '', NULL, CASE WHEN back > 0 AND NOT taken THEN 'RESTORED' ELSE 'KEPT' END,
       CASE WHEN taken THEN 'taken' WHEN back = 0 THEN 'changed' END,
       CASE WHEN taken OR back = 0 THEN by_submission END, CASE WHEN taken OR back = 0 THEN party_code END
FROM counted
