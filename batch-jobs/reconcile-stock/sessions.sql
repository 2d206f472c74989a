-- A workbook for each session of the run.
SELECT r.reconciliation_id, s.session_no, w.code AS warehouse, r.business_date::text AS business_date
FROM reconciliation r JOIN count_session s USING (session_id) JOIN warehouse w USING (warehouse_id)
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NOT NULL
ORDER BY r.reconciliation_id
