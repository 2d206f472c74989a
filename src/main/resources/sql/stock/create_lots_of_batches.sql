-- In the order of their codes: two files never wait crosswise. The first mention of a lot makes it.
INSERT INTO lot (product_id, lot_code, lot_code_norm, batch_id, made_on, dlc, ddm, status, blocked_reason, submission_id)
SELECT product_id, code, norm, batch, made::date, dlc::date, ddm::date,
       CASE WHEN reason IS NULL THEN 'AVAILABLE' ELSE 'BLOCKED' END, reason, :submission
FROM unnest(:products::bigint[], :codes::text[], :norms::text[], :batches::bigint[], :made::text[], :dlcs::text[],
            :ddms::text[], :reasons::text[]) WITH ORDINALITY
  AS t (product_id, code, norm, batch, made, dlc, ddm, reason, n)
ORDER BY product_id, norm, n
ON CONFLICT DO NOTHING
