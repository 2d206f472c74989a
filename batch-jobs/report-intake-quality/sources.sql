-- What came in the days up to the business date, by feed and channel; previews and undos are none.
SELECT coalesce(s.feed, '–') AS feed, s.channel, count(*) AS files, count(*) FILTER (WHERE s.status = 'DUPLICATE') AS duplicates,
       count(*) FILTER (WHERE s.status = 'POSTED') AS whole, count(*) FILTER (WHERE s.status = 'PARTIAL') AS partial,
       count(*) FILTER (WHERE s.status = 'REJECTED') AS rejected, count(*) FILTER (WHERE s.status = 'UNDONE') AS undone,
       count(*) FILTER (WHERE s.status IN ('FAILED', 'RECEIVED', 'POSTING')) AS open,
       coalesce(sum(s.rows_read), 0) AS rows_read, coalesce(sum(s.rows_posted), 0) AS rows_posted, coalesce(sum(s.rows_refused), 0) AS rows_refused,
       CASE WHEN sum(s.rows_posted + s.rows_refused) > 0
            THEN sum(s.rows_posted)::numeric / sum(s.rows_posted + s.rows_refused) END AS ok_share,
       count(DISTINCT w.submission_id) AS with_warnings,
       count(*) FILTER (WHERE a.is_correction) AS corrections, count(*) FILTER (WHERE a.is_correction AND s.status = 'POSTED') AS corrected,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.finished_at - s.received_at)))::numeric, 1) AS median_seconds
FROM submission s LEFT JOIN v_feed_arrival a USING (id)
LEFT JOIN LATERAL (SELECT f.submission_id FROM finding f WHERE f.submission_id = s.id AND f.severity = 'WARN' LIMIT 1) w ON true
WHERE s.received_at >= (:businessDate::date - :days::int + 1)::timestamp AT TIME ZONE :zone
  AND s.received_at < (:businessDate::date + 1)::timestamp AT TIME ZONE :zone AND NOT s.preview AND s.undoes IS NULL
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
