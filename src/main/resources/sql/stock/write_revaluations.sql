INSERT INTO stock_revaluation (valuation_id, movement_id, product_id, effective_at, known_at, incoming, unit_cost, qty_delta, value_delta)
SELECT :valuation, m.movement_id, m.product_id, m.effective_at, :knownAt, m.qty_base > 0, t.unit_cost, t.qty_delta, t.value_delta
FROM unnest(:movements::bigint[], :costs::numeric[], :quantities::numeric[], :values::numeric[]) AS t (movement_id, unit_cost, qty_delta, value_delta)
JOIN stock_movement m USING (movement_id)
