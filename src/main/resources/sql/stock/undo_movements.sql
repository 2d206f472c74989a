-- Of the movements of a submission: which are reversed, which stay. What people posted of a count is theirs, not its sheet's. A movement and its reversal of the same file make
-- nothing together; what another file reversed is taken back already. All movements of a product stay together where
-- one of them is in a closed period or in the book of a count that is posted, where others took their cost from an entry of this file, or where what others
-- took out since would be missing.
WITH RECURSIVE chain AS (
  SELECT m.movement_id, m.movement_id AS tip, 0 AS depth
  FROM stock_movement m WHERE m.submission_id = :submission AND m.ref_type NOT IN ('UNDO', 'COUNT')
  UNION ALL
  SELECT c.movement_id, r.movement_id, c.depth + 1 FROM chain c JOIN stock_movement r ON r.reverses_id = c.tip),
own AS (
  SELECT DISTINCT ON (c.movement_id) m.*, c.depth % 2 = 0 AS counts, t.submission_id AS tip_submission, t.ref_no AS tip_ref,
         EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || m.idempotency_key) AS undone,
         EXISTS (SELECT FROM stock_movement o WHERE o.movement_id = m.reverses_id AND o.submission_id = :submission) AS of_own
  FROM chain c JOIN stock_movement m ON m.movement_id = c.movement_id JOIN stock_movement t ON t.movement_id = c.tip
  ORDER BY c.movement_id, c.depth DESC),
moved AS (
  SELECT * FROM own WHERE counts AND NOT undone AND NOT of_own),
entered AS (
  SELECT product_id, min(movement_id) AS first FROM moved
  WHERE qty_base > 0 AND value IS NOT NULL AND origin NOT IN ('TRANSFER', 'REVERSAL') GROUP BY product_id),
balance AS (
  SELECT product_id, warehouse_id, lot_id, sum(qty_base) AS net, min(movement_id) AS first FROM moved
  GROUP BY product_id, warehouse_id, lot_id HAVING sum(qty_base) > 0),
why AS (
  SELECT DISTINCT ON (product_id) * FROM (
    SELECT product_id, 1 AS n, 'closed-period' AS reason, NULL::bigint AS by_submission, c.closed_through::text AS by_document
    FROM moved JOIN stock_closed_through() AS c (closed_through)
      ON (effective_at AT TIME ZONE :zone)::date <= c.closed_through
    UNION ALL
    SELECT m.product_id, 2, 'count-posted', NULL, s.session_no
    FROM moved m
    JOIN count_session s ON s.warehouse_id = m.warehouse_id AND s.status = 'POSTED' AND s.withdrawn_by IS NULL AND m.recorded_at <= s.closed_at
    JOIN count_line l ON l.session_id = s.session_id AND l.product_id = m.product_id AND (l.lot_id IS NULL OR l.lot_id = m.lot_id)
                     AND l.withdrawn_by IS NULL
    WHERE m.effective_at <= (SELECT max(e.counted_at) FROM count_entry e WHERE e.line_id = l.line_id AND e.withdrawn_by IS NULL)
    UNION ALL
    SELECT e.product_id, 3, 'issued', u.submission_id, u.ref_no
    FROM entered e
    JOIN v_movement_in_force u ON u.product_id = e.product_id AND u.movement_id > e.first AND u.qty_base < 0
                              AND u.submission_id <> :submission AND u.origin NOT IN ('TRANSFER', 'REVERSAL')
    UNION ALL
    SELECT b.product_id, 4, 'issued', u.submission_id, u.ref_no
    FROM balance b
    JOIN LATERAL (SELECT sum(m.qty_base) AS qty FROM stock_movement m
                  WHERE m.product_id = b.product_id AND m.warehouse_id = b.warehouse_id
                    AND m.lot_id IS NOT DISTINCT FROM b.lot_id) s ON s.qty < b.net
    JOIN LATERAL (SELECT m.submission_id, m.ref_no FROM v_movement_in_force m
                  WHERE m.product_id = b.product_id AND m.warehouse_id = b.warehouse_id
                    AND m.lot_id IS NOT DISTINCT FROM b.lot_id AND m.movement_id > b.first AND m.qty_base < 0
                    AND m.submission_id <> :submission
                  ORDER BY m.movement_id DESC LIMIT 1) u ON true) a
  ORDER BY product_id, n, by_submission)
SELECT o.movement_id, o.ref_no, o.source_sheet, o.source_row,
       CASE WHEN o.of_own OR NOT o.counts OR w.reason IS NOT NULL THEN 'KEPT' ELSE 'REVERSED' END,
       CASE WHEN o.of_own OR (NOT o.counts AND o.tip_submission = :submission) THEN 'cancels-out'
            WHEN NOT o.counts THEN 'reversed' ELSE w.reason END,
       CASE WHEN o.of_own THEN :submission WHEN NOT o.counts THEN o.tip_submission ELSE w.by_submission END,
       CASE WHEN o.of_own OR NOT o.counts THEN o.tip_ref ELSE w.by_document END
FROM own o LEFT JOIN why w USING (product_id)
WHERE NOT o.undone
