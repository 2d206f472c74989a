-- Payments of a submission: nothing is ever built upon one.
SELECT p.payment_id, i.invoice_no, p.source_sheet, p.source_row, 'WITHDRAWN', NULL::text, NULL::bigint, NULL::text
FROM payment p JOIN invoice i USING (invoice_id)
WHERE p.submission_id = :submission AND p.withdrawn_by IS NULL
