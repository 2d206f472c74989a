-- Records that a submission made go unless something uses them that stays, or another file changed them; those that it
-- changed are what they were before, as far as nobody changed them since and nobody else has taken their identity.
WITH made AS (
  SELECT r.* FROM product r
  WHERE r.submission_id = :submission AND r.withdrawn_by IS NULL
    AND NOT EXISTS (SELECT FROM record_change c WHERE c.kind = 'product' AND c.record_id = r.product_id)
  UNION ALL
  -- whatever became of it since: what it was before its first change is who made it
  SELECT r.* FROM record_change c JOIN product r ON r.product_id = c.record_id AND r.withdrawn_by IS NULL
  WHERE c.kind = 'product' AND c.former_submission_id = :submission
    AND NOT EXISTS (SELECT FROM record_change p
                    WHERE p.kind = 'product' AND p.record_id = c.record_id AND p.change_id < c.change_id)),
why AS (
  SELECT DISTINCT ON (record_id) * FROM (
    SELECT m.product_id AS record_id, 1 AS n, 'changed' AS reason, c.submission_id AS by_submission, m.product_code AS by_document
    FROM made m JOIN record_change c ON c.kind = 'product' AND c.record_id = m.product_id
    WHERE c.submission_id <> :submission AND c.withdrawn_by IS NULL
    UNION ALL
    SELECT u.record_id, 2, 'in-use', u.submission_id, u.document
    FROM made m JOIN v_record_use u ON u.kind = 'product' AND u.record_id = m.product_id
    WHERE NOT EXISTS (SELECT FROM v_undo_entry e
                      WHERE e.undo_id = :undo AND e.kind = u.user_kind AND e.record_id = u.user_id
                        AND e.outcome <> 'KEPT' AND u.submission_id = :submission)) a
  ORDER BY record_id, n, by_submission DESC),
changed AS (
  SELECT DISTINCT ON (c.record_id) c.record_id, r.product_code, c.before, j.now, coalesce(n.before, j.now) AS after,
         n.submission_id AS by_submission
  FROM record_change c
  JOIN product r ON r.product_id = c.record_id AND r.withdrawn_by IS NULL
  CROSS JOIN LATERAL (SELECT product_record(r) AS now) j
  LEFT JOIN LATERAL (SELECT n.before, n.submission_id FROM record_change n
                     WHERE n.kind = 'product' AND n.record_id = c.record_id AND n.change_id > c.change_id
                       AND n.submission_id <> :submission
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE c.kind = 'product' AND c.submission_id = :submission AND c.former_submission_id IS DISTINCT FROM :submission
    AND c.withdrawn_by IS NULL
  ORDER BY c.record_id, c.change_id),
counted AS (
  SELECT c.record_id, c.product_code, c.by_submission, t.product_id IS NOT NULL AS taken,
         count(*) FILTER (WHERE c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) AS back
  FROM changed c
  LEFT JOIN LATERAL (SELECT o.product_id FROM product o
                     WHERE o.withdrawn_by IS NULL AND o.product_id <> c.record_id
                       AND o.product_code = c.before ->> 'product_code' LIMIT 1) t ON true
  CROSS JOIN LATERAL jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key
  GROUP BY c.record_id, c.product_code, c.by_submission, t.product_id)
SELECT m.product_id, m.product_code, '', NULL::int, CASE WHEN w.reason IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END, w.reason,
       w.by_submission, w.by_document
FROM made m LEFT JOIN why w ON w.record_id = m.product_id
UNION ALL
SELECT record_id, product_code, '', NULL, CASE WHEN back > 0 AND NOT taken THEN 'RESTORED' ELSE 'KEPT' END,
       CASE WHEN taken THEN 'taken' WHEN back = 0 THEN 'changed' END,
       CASE WHEN taken OR back = 0 THEN by_submission END, CASE WHEN taken OR back = 0 THEN product_code END
FROM counted
