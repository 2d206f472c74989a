SELECT product_code FROM product WHERE product_code = upper(:product) AND withdrawn_by IS NULL
