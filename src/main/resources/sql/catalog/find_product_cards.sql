SELECT product_id AS id, product_code AS code, provisional, false AS own, name AS product_name, product_type, base_uom,
       trim_scale(vat_rate)::text AS vat_rate, gtin, shelf_life_days::text AS shelf_life_days,
       lot_tracked::text AS lot_tracked, catch_weight::text AS catch_weight,
       perishable::text AS perishable, abc_class::text AS abc_class,
       trim_scale(nominal_weight_kg)::text AS nominal_weight, active::text AS active, submission_id, source_sheet, source_row,
       CASE WHEN provisional THEN (SELECT u.document FROM v_unit_use u WHERE u.product_id = product.product_id LIMIT 1) END
         AS unit_used_in
FROM product
WHERE withdrawn_by IS NULL AND (product_code = ANY (:codes) OR name_norm = ANY (:names))
ORDER BY product_id
