-- Every lot with one of the codes, of whatever product and supplier.
SELECT l.lot_id, l.product_id, p.product_code, l.lot_code, l.lot_code_norm, l.supplier_id, l.dlc, l.status
FROM v_lot l
JOIN product p USING (product_id)
WHERE l.lot_code_norm = ANY (:codes)
ORDER BY l.lot_id
