-- Provisional products; those that another file made meanwhile count.
INSERT INTO product (product_code, name, name_norm, product_type, base_uom, vat_rate, lot_tracked, provisional, submission_id)
SELECT code, name, name_norm, 'PF', uom, rate::numeric, false, true, :submission
FROM unnest(:codes::text[], :names::text[], :nameNorms::text[], :uoms::text[], :rates::text[])
  AS t (code, name, name_norm, uom, rate)
ON CONFLICT DO NOTHING
RETURNING product_code
