-- The results of submissions whose senders wait; written in the transaction of their documents.
UPDATE submission s
SET status = t.status, started_at = s.received_at, finished_at = clock_timestamp(), acknowledged_at = clock_timestamp(),
    rows_read = t.rows,
    rows_refused = CASE t.status WHEN 'REJECTED' THEN t.rows ELSE 0 END,
    rows_posted = CASE t.status WHEN 'REJECTED' THEN 0 ELSE t.rows END,
    documents_created = t.created, documents_revised = t.revised, documents_unchanged = t.unchanged,
    documents_rejected = t.rejected, total_ht = t.ht, total_vat = t.vat, total_ttc = t.ttc
FROM unnest(:ids::bigint[], :statuses::text[], :rows::int[], :created::int[], :revised::int[], :unchanged::int[],
            :rejected::int[], :ht::numeric[], :vat::numeric[], :ttc::numeric[])
       AS t (id, status, rows, created, revised, unchanged, rejected, ht, vat, ttc)
WHERE s.id = t.id
