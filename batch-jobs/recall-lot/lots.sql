-- Suppliers and products may have one code: a workbook for each lot of it.
SELECT l.lot_id, l.lot_code, p.product_code, l.lot_id::text AS number
FROM lot l JOIN product p USING (product_id)
WHERE l.lot_code_norm = :lot AND l.withdrawn_by IS NULL
ORDER BY l.lot_id
