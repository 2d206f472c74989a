-- Differences that stay out of the ledger, though they may have been approved; a reconciliation that finds them otherwise opens them again.
UPDATE count_adjustment SET status = 'REJECTED', reason_code = coalesce(:reason, reason_code), approved_by_1 = :by, approved_at_1 = now(),
  approved_by_2 = NULL, approved_at_2 = NULL
WHERE adjustment_id = ANY (:ids) AND status IN ('PENDING', 'APPROVED')
