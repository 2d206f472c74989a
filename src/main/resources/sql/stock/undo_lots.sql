-- Lots that a submission made go unless something uses them that stays, or another file changed them; those that it
-- changed are what they were before, as far as nobody changed them since.
WITH made AS (
  SELECT * FROM lot WHERE submission_id = :submission AND withdrawn_by IS NULL),
why AS (
  SELECT DISTINCT ON (lot_id) * FROM (
    SELECT m.lot_id, 1 AS n, 'changed' AS reason, c.submission_id AS by_submission, m.lot_code AS by_document
    FROM made m JOIN lot_change c USING (lot_id)
    WHERE c.submission_id <> :submission AND c.withdrawn_by IS NULL
    UNION ALL
    SELECT u.record_id, 2, 'in-use', u.submission_id, u.document
    FROM made m JOIN v_record_use u ON u.kind = 'lot' AND u.record_id = m.lot_id
    WHERE NOT EXISTS (SELECT FROM v_undo_entry e
                      WHERE e.undo_id = :undo AND e.kind = u.user_kind AND e.record_id = u.user_id
                        AND e.outcome <> 'KEPT' AND u.submission_id = :submission)) a
  ORDER BY lot_id, n, by_submission DESC),
changed AS (
  SELECT DISTINCT ON (c.lot_id) c.lot_id, l.lot_code, c.before, to_jsonb(l) AS now, coalesce(n.before, to_jsonb(l)) AS after,
         n.submission_id AS by_submission
  FROM lot_change c
  JOIN lot l ON l.lot_id = c.lot_id AND l.withdrawn_by IS NULL
  LEFT JOIN LATERAL (SELECT n.before, n.submission_id FROM lot_change n
                     WHERE n.lot_id = c.lot_id AND n.change_id > c.change_id AND n.submission_id <> :submission
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE c.submission_id = :submission AND c.withdrawn_by IS NULL
  ORDER BY c.lot_id, c.change_id),
counted AS (
  SELECT c.lot_id, c.lot_code, c.by_submission,
         count(*) FILTER (WHERE c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) AS back
  FROM changed c CROSS JOIN LATERAL jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key
  GROUP BY c.lot_id, c.lot_code, c.by_submission)
SELECT m.lot_id, m.lot_code, '', NULL::int, CASE WHEN w.reason IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END, w.reason,
       w.by_submission, w.by_document
FROM made m LEFT JOIN why w USING (lot_id)
UNION ALL
SELECT lot_id, lot_code, '', NULL, CASE WHEN back > 0 THEN 'RESTORED' ELSE 'KEPT' END, CASE WHEN back = 0 THEN 'changed' END,
       CASE WHEN back = 0 THEN by_submission END, CASE WHEN back = 0 THEN lot_code END
FROM counted
