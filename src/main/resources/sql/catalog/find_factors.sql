-- Units of products with their factors to the base unit: packs as the master data has them, masses and volumes by measure.
SELECT product_id, uom_code, factor_to_base FROM product_uom WHERE product_id = ANY (:ids)
UNION ALL
SELECT p.product_id, u.uom_code, u.measure / b.measure AS factor_to_base
FROM product p
JOIN uom b ON b.uom_code = p.base_uom
JOIN uom u ON u.dimension = b.dimension AND u.uom_code <> b.uom_code AND u.measure IS NOT NULL
WHERE p.product_id = ANY (:ids) AND b.measure IS NOT NULL
  AND NOT EXISTS (SELECT FROM product_uom o WHERE o.product_id = p.product_id AND o.uom_code = u.uom_code)
