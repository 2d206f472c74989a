-- Products with movements that no valuation knows, and where each begins: at the state of the last one where all that is new comes after it,
-- else at its first movement. What is closed stays as it was closed.
WITH former AS (SELECT max(known_at) AS at FROM stock_valuation WHERE valuation_id < :valuation),
news AS (
  SELECT m.product_id, min(m.effective_at) AS first_at FROM stock_movement m CROSS JOIN former f
  WHERE m.recorded_at <= :knownAt AND (f.at IS NULL OR m.recorded_at > f.at)
  GROUP BY 1)
SELECT n.product_id, coalesce(s.qty, 0) AS qty, coalesce(s.value, 0) AS value, s.last_cost, s.through_at, s.through_id
FROM news n
LEFT JOIN LATERAL (
  SELECT * FROM product_valuation p WHERE p.product_id = n.product_id ORDER BY p.valuation_id DESC LIMIT 1) s ON s.through_at <= n.first_at
ORDER BY 1
