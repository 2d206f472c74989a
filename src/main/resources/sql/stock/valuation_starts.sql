-- Products with movements that no valuation knows, and where each begins: at the state of the last one where a cost was known and all that is new
-- comes after it, else at its first movement, with the first cost that became known. What is closed stays as it was closed. What an older
-- arithmetic valued is not known.
WITH former AS (SELECT max(known_at) AS at FROM stock_valuation WHERE valuation_id < :valuation AND arithmetic = 2),
news AS (
  SELECT m.product_id, min(m.effective_at) AS first_at FROM stock_movement m CROSS JOIN former f
  WHERE m.recorded_at <= :knownAt AND (f.at IS NULL OR m.recorded_at > f.at)
  GROUP BY 1)
SELECT n.product_id, coalesce(s.qty, 0) AS qty, coalesce(s.value, 0) AS value, coalesce(s.last_cost, f.unit_cost) AS last_cost, s.through_at
FROM news n
LEFT JOIN LATERAL (
  SELECT p.* FROM product_valuation p JOIN stock_valuation v USING (valuation_id)
  WHERE p.product_id = n.product_id AND v.arithmetic = 2 ORDER BY p.valuation_id DESC LIMIT 1) s ON s.through_at < n.first_at AND s.last_cost IS NOT NULL
LEFT JOIN LATERAL (
  SELECT m.unit_cost FROM stock_movement m
  WHERE m.product_id = n.product_id AND m.recorded_at <= :knownAt AND m.qty_base > 0 AND m.unit_cost IS NOT NULL
    AND coalesce(m.cost_given, m.origin IN ('RECEPTION', 'PRODUCTION_IN', 'OPENING'))
    AND NOT EXISTS (SELECT FROM stock_movement r WHERE r.reverses_id = m.movement_id)
  ORDER BY m.effective_at, m.movement_id LIMIT 1) f ON s.through_at IS NULL
ORDER BY 1
