-- Products that lines without a description have made get that of a later one; locked in order, so that two files never
-- wait crosswise.
WITH given AS (SELECT * FROM unnest(:products::bigint[], :names::text[], :keys::text[]) AS g (product_id, name, name_norm)),
locked AS (
  SELECT r.* FROM product r
  WHERE r.product_id = ANY (:products::bigint[]) AND r.provisional AND r.name = r.product_code AND r.withdrawn_by IS NULL
  ORDER BY r.product_id FOR NO KEY UPDATE),
remembered AS (
  INSERT INTO record_change (kind, record_id, submission_id, former_submission_id, before)
  SELECT 'product', r.product_id, :submission, r.submission_id, product_record(r)
  FROM product r JOIN locked USING (product_id)
  WHERE r.submission_id IS DISTINCT FROM :submission)
UPDATE product p SET name = g.name, name_norm = g.name_norm
FROM given g
WHERE p.product_id = g.product_id AND p.product_id IN (SELECT product_id FROM locked)
