-- Where a record came from, for sentences that name an earlier file and its row.
CREATE VIEW v_arrival AS
SELECT id AS submission_id, original_name, received_at FROM submission;
