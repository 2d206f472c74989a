-- The session that was asked for, or those that are being counted or looked at, whose cut-off is not after the business date. Who writes movements is waited
-- for (stock.LedgerLock): what is recorded by known_at is all there.
WITH quiet AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(115116111099) IS NULL AS waited),
moment AS MATERIALIZED (SELECT CASE WHEN waited IS NOT NULL THEN clock_timestamp() END AS known_at FROM quiet)
INSERT INTO reconciliation (session_id, business_date, attempt, known_at)
SELECT s.session_id, :businessDate, :attempt, m.known_at
FROM moment m CROSS JOIN count_session s
WHERE s.status IN ('COUNTING', 'RECOUNT', 'REVIEW') AND s.withdrawn_by IS NULL
  AND (CAST(:session AS text) IS NULL OR s.session_no_norm = :session)
  AND (s.cutoff_at AT TIME ZONE :zone)::date <= :businessDate
ON CONFLICT DO NOTHING
