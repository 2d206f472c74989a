-- Back into the queue, behind the one that has these bytes now.
UPDATE submission
SET status = 'RECEIVED', waits_for = :first, lease_owner = NULL, lease_until = NULL
WHERE id = :id
