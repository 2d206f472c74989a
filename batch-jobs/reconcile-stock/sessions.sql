-- A workbook for each session of the run; of a posted one that was asked for the last one's again, with who approved and what was posted.
SELECT r.reconciliation_id, s.session_no, w.code AS warehouse, r.business_date::text AS business_date
FROM reconciliation r JOIN count_session s USING (session_id) JOIN warehouse w USING (warehouse_id)
WHERE r.done_at IS NOT NULL
  AND ((r.business_date = :businessDate AND r.attempt = :attempt)
    OR (s.status = 'POSTED' AND s.session_no_norm = CAST(:session AS text)
        AND NOT EXISTS (SELECT FROM reconciliation l WHERE l.session_id = r.session_id AND l.done_at IS NOT NULL
                          AND l.reconciliation_id > r.reconciliation_id)))
ORDER BY r.reconciliation_id
