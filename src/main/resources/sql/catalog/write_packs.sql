INSERT INTO product_uom (product_id, uom_code, factor_to_base)
SELECT p.product_id, t.unit, t.factor::numeric
FROM unnest(:codes::text[], :units::text[], :factors::text[]) AS t (code, unit, factor)
JOIN product p ON p.product_code = t.code AND p.withdrawn_by IS NULL
ON CONFLICT (product_id, uom_code) DO UPDATE SET factor_to_base = excluded.factor_to_base
