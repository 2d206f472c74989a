SELECT product_id, unit_price_ht,
       (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY price) FROM unnest(recent) AS price) AS usual
FROM product_price
WHERE tenant = current_tenant() AND direction = :direction AND product_id = ANY (:ids)
