-- Records of other files as they are before this one changes them.
INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
SELECT 'product', r.product_id, :submission, r.submission_id, product_record(r)
FROM product r
WHERE r.product_id = ANY (:ids) AND r.submission_id IS DISTINCT FROM :submission
