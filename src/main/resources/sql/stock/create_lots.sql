-- Lots that nobody knew; those that another file made meanwhile count.
INSERT INTO lot (product_id, lot_code, lot_code_norm, dlc, submission_id)
SELECT product_id, lot_code, lot_code_norm, dlc::date, :submission
FROM unnest(:products::bigint[], :codes::text[], :norms::text[], :dlcs::text[])
  AS t (product_id, lot_code, lot_code_norm, dlc)
ORDER BY product_id, lot_code_norm
ON CONFLICT DO NOTHING
