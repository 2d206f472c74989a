-- The movements of these products in the order in which they happened, each with what it is worth so far. Of one moment, which is a day where no
-- hour is told, nobody knows what came first: entries do, then transfers, what takes entries back, exits, and what takes exits of that moment back.
SELECT m.movement_id, m.product_id, m.effective_at, m.qty_base AS qty, m.unit_cost,
       coalesce(m.cost_given, m.origin IN ('RECEPTION', 'PRODUCTION_IN', 'OPENING')) AS cost_given,
       CASE WHEN m.value IS NOT NULL OR r.movement_id IS NOT NULL THEN coalesce(m.value, 0) + coalesce(r.value_delta, 0) END AS value,
       m.reverses_id, CASE WHEN m.reverses_id IS NOT NULL THEN (SELECT w.value FROM v_movement_worth w WHERE w.movement_id = m.reverses_id) END
         AS reversed_value,
       m.movement_id IN (SELECT reverses_id FROM stock_movement WHERE reverses_id IS NOT NULL) AS reversed,
       CASE WHEN m.origin = 'TRANSFER' THEN m.ref_no END AS transfer,
       coalesce((m.effective_at AT TIME ZONE :zone)::date <= (SELECT stock_closed_through()), false) AS closed
FROM unnest(:products::bigint[], :throughAt::text[]) AS t (product_id, through_at)
JOIN stock_movement m ON m.product_id = t.product_id AND m.recorded_at <= :knownAt
                     AND (t.through_at IS NULL OR m.effective_at > t.through_at::timestamptz)
LEFT JOIN (SELECT movement_id, sum(value_delta) AS value_delta FROM stock_revaluation GROUP BY 1) r USING (movement_id)
ORDER BY m.product_id, m.effective_at,
  CASE WHEN m.origin = 'REVERSAL' THEN
         CASE WHEN (SELECT CASE WHEN m.qty_base > 0 THEN o.origin <> 'REVERSAL' AND o.effective_at = m.effective_at ELSE o.origin = 'REVERSAL' END
                    FROM stock_movement o WHERE o.movement_id = m.reverses_id) THEN 4 ELSE 2 END
       WHEN m.origin = 'TRANSFER' THEN 1 WHEN m.qty_base > 0 THEN 0 ELSE 3 END,
  m.movement_id
