-- What an earlier run proposed and no longer holds: it agrees now, it is to be counted again, or its count was taken back.
DELETE FROM count_adjustment a
USING reconciliation r
JOIN count_line c USING (session_id)
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND a.line_id = c.line_id AND a.status <> 'POSTED'
  AND NOT EXISTS (SELECT FROM reconciliation_line l WHERE l.reconciliation_id = r.reconciliation_id AND l.line_id = a.line_id
                    AND l.delta_qty <> 0 AND NOT l.disputed)
