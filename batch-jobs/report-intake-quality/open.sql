-- Documents that were refused and have not come since, whatever the file; the oldest first.
SELECT s.received_at, s.original_name, s.channel, coalesce(s.feed, '–') AS feed, count(*) AS rows_refused, count(DISTINCT r.document) AS documents,
       min(r.document) AS first_document, :businessDate::date - (s.received_at AT TIME ZONE :zone)::date AS days
FROM submission s JOIN refused_row r ON r.submission_id = s.id
WHERE s.received_at < (:businessDate::date + 1)::timestamp AT TIME ZONE :zone
  AND s.received_at >= (:businessDate::date - 90)::timestamp AT TIME ZONE :zone AND NOT s.preview AND s.undoes IS NULL
  AND s.status IN ('PARTIAL', 'REJECTED')
  AND NOT EXISTS (SELECT FROM invoice i WHERE i.invoice_no_norm = document_number(r.document) AND i.is_current AND i.withdrawn_by IS NULL)
  AND NOT EXISTS (SELECT FROM sales_order o WHERE o.order_no_norm = document_number(r.document) AND o.is_current AND o.withdrawn_by IS NULL)
GROUP BY s.id ORDER BY s.received_at, s.id LIMIT 10000
