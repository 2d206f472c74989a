INSERT INTO product_price (product_id, direction, unit_price_ht, price_date)
SELECT product_id, :direction, price::numeric, day::date
FROM unnest(:products::bigint[], :prices::text[], :dates::text[]) AS t (product_id, price, day)
ORDER BY product_id
ON CONFLICT (product_id, direction) DO UPDATE
  SET unit_price_ht = excluded.unit_price_ht, price_date = excluded.price_date
  WHERE product_price.price_date <= excluded.price_date
