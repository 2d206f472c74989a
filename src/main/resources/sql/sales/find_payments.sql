SELECT idempotency_key, submission_id, source_sheet, source_row FROM payment WHERE idempotency_key = ANY (:keys) AND withdrawn_by IS NULL
