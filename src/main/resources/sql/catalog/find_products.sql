-- Every product that one of the codes or normalised names may mean.
SELECT product_id, product_code, name_norm, base_uom, vat_rate, lot_tracked, active, provisional,
       provisional AND name = product_code AS nameless
FROM product
WHERE withdrawn_by IS NULL AND (product_code = ANY (:codes) OR name_norm = ANY (:names))
