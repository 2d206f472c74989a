-- The days up to the business date, counted file by file; what was refused of the last 90 days and never came again.
WITH came AS (
  SELECT s.*, a.is_correction
  FROM submission s LEFT JOIN v_feed_arrival a USING (id)
  WHERE s.received_at >= (:businessDate::date - :days::int + 1)::timestamp AT TIME ZONE :zone
    AND s.received_at < (:businessDate::date + 1)::timestamp AT TIME ZONE :zone AND NOT s.preview AND s.undoes IS NULL)
SELECT :businessDate::date AS day, count(*) AS files, count(*) FILTER (WHERE status = 'DUPLICATE') AS duplicates,
       count(*) FILTER (WHERE status = 'POSTED') AS whole, count(*) FILTER (WHERE status = 'PARTIAL') AS partial,
       count(*) FILTER (WHERE status = 'REJECTED') AS rejected, count(*) FILTER (WHERE status = 'UNDONE') AS undone,
       count(*) FILTER (WHERE status IN ('FAILED', 'RECEIVED', 'POSTING')) AS open,
       coalesce(sum(rows_posted), 0) AS rows_posted, coalesce(sum(rows_refused), 0) AS rows_refused,
       CASE WHEN sum(rows_posted + rows_refused) > 0 THEN sum(rows_posted)::numeric / sum(rows_posted + rows_refused) END AS ok_share,
       count(*) FILTER (WHERE is_correction) AS corrections, count(*) FILTER (WHERE is_correction AND status = 'POSTED') AS corrected,
       CASE WHEN count(*) FILTER (WHERE is_correction) > 0
            THEN count(*) FILTER (WHERE is_correction AND status = 'POSTED')::numeric / count(*) FILTER (WHERE is_correction) END AS corrected_share,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - received_at)))::numeric, 1) AS median_seconds,
       (SELECT count(DISTINCT submission_id) FROM refused_since(:businessDate::date - 90, :businessDate::date, :zone)) AS refused_files,
       (SELECT :businessDate::date - min((received_at AT TIME ZONE :zone)::date) FROM refused_since(:businessDate::date - 90, :businessDate::date, :zone))
         AS oldest, 0 AS control
FROM came
