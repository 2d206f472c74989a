INSERT INTO product_valuation (valuation_id, product_id, qty, value, last_cost, through_at, through_id)
SELECT :valuation, t.* FROM unnest(:products::bigint[], :quantities::numeric[], :values::numeric[], :costs::numeric[], :throughAt::timestamptz[],
                                   :throughId::bigint[]) AS t
