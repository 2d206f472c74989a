-- The bytes had their effect when they came first.
UPDATE submission
SET status = 'DUPLICATE', duplicate_of = :first, waits_for = NULL, finished_at = clock_timestamp(), failure = NULL,
    lease_owner = NULL, lease_until = NULL
WHERE id = :id
