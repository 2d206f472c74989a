-- Every lot with one of the codes, of whatever product; those without a supplier first.
SELECT l.lot_id, l.product_id, l.lot_code_norm, p.product_code
FROM v_lot l
JOIN product p USING (product_id)
WHERE l.lot_code_norm = ANY (:codes)
ORDER BY l.supplier_id NULLS FIRST, l.lot_id
