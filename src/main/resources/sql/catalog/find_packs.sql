SELECT product_id, uom_code, trim_scale(factor_to_base)::text AS factor FROM product_uom WHERE product_id = ANY (:ids)
