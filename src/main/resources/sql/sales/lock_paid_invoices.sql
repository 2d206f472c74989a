-- Two files that pay one invoice come one after the other: each sees the sum that the other one left.
SELECT invoice_id FROM invoice
WHERE is_current AND direction = :direction AND invoice_no_norm = ANY (:numbers)
ORDER BY invoice_id FOR NO KEY UPDATE
