INSERT INTO product_price (product_id, direction, unit_price_ht, price_date, recent)
SELECT product_id, :direction, (prices::numeric[])[1], day::date, prices::numeric[]
FROM unnest(:products::bigint[], :prices::text[], :dates::text[]) AS t (product_id, prices, day)
ORDER BY product_id
ON CONFLICT (product_id, direction, tenant) DO UPDATE
  SET unit_price_ht = CASE WHEN product_price.price_date <= excluded.price_date
                           THEN excluded.unit_price_ht ELSE product_price.unit_price_ht END,
      recent = (CASE WHEN product_price.price_date <= excluded.price_date
                     THEN excluded.recent || product_price.recent
                     ELSE product_price.recent || excluded.recent END)[1 : 5],
      price_date = greatest(product_price.price_date, excluded.price_date)
