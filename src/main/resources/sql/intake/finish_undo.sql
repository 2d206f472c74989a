-- The result of an undo; written in the transaction in which it took back.
UPDATE submission
SET status = :status, undoes = :undoes, documents_kept = :kept, finished_at = clock_timestamp(), failure = NULL,
    lease_owner = NULL, lease_until = NULL
WHERE id = :id
