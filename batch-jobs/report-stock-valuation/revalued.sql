-- Movements of the month that are worth something else than when they were recorded: one before them came late, or stock was negative.
SELECT p.product_code, m.ref_no, p.name, m.effective_at, m.recorded_at, m.qty_base AS qty, coalesce(m.value, 0) AS former_value, r.value_delta,
       coalesce(m.value, 0) + r.value_delta AS value, r.unit_cost
FROM (
  SELECT movement_id, sum(value_delta) AS value_delta, (array_agg(unit_cost ORDER BY valuation_id DESC))[1] AS unit_cost
  FROM stock_revaluation
  WHERE effective_at >= :month_from::timestamp AT TIME ZONE :zone AND effective_at < :month_to::timestamp AT TIME ZONE :zone
  GROUP BY 1) r
JOIN stock_movement m USING (movement_id) JOIN product p USING (product_id)
ORDER BY p.product_code, m.effective_at, m.movement_id
