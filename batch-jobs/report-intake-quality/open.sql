-- Documents that were refused and have not come since, whatever the file; the oldest first. Where a corrected sheet came for the same folder since,
-- it is named: what it brought may stand under another number.
SELECT r.received_at, s.original_name, s.channel, coalesce(s.feed, '–') AS feed, count(*) AS rows_refused, count(DISTINCT r.document) AS documents,
       min(r.document) AS first_document, :businessDate::date - (r.received_at AT TIME ZONE :zone)::date AS days,
       (SELECT c.original_name FROM v_feed_arrival c
        WHERE c.folder = s.folder AND c.is_correction AND c.id > s.id AND c.status IN ('POSTED', 'PARTIAL') ORDER BY c.id LIMIT 1) AS corrected_by
FROM refused_since(:businessDate::date - 90, :businessDate::date, :zone) r JOIN submission s ON s.id = r.submission_id
GROUP BY s.id, r.received_at ORDER BY r.received_at, s.id LIMIT 10000
