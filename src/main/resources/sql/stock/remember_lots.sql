-- Lots of other files as they are before a batch says more of them.
INSERT INTO lot_change (lot_id, submission_id, before)
SELECT l.lot_id, :submission, to_jsonb(l)
FROM (SELECT DISTINCT * FROM unnest(:products::bigint[], :norms::text[]) AS t (product_id, norm)) t
JOIN lot l ON l.product_id = t.product_id AND l.lot_code_norm = t.norm AND l.supplier_id IS NULL
          AND l.withdrawn_by IS NULL AND l.submission_id <> :submission
