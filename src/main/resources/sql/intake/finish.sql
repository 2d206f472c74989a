-- The result of one submission; written in the transaction of its documents.
UPDATE submission
SET status = :status, feed = :feed, finished_at = clock_timestamp(), detected = :detected::jsonb, failure = NULL,
    rows_read = :rowsRead, rows_posted = :rowsPosted, rows_refused = :rowsRefused,
    documents_created = :created, documents_revised = :revised,
    documents_unchanged = :unchanged, documents_rejected = :rejected,
    total_ht = :ht, total_vat = :vat, total_ttc = :ttc,
    lease_owner = NULL, lease_until = NULL
WHERE id = :id
