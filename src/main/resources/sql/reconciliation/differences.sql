-- Differences of a session; where somebody asks to approve them, why he may not. What nobody has to approve has no approver, only who gave
-- its reason: he may give another.
WITH rule AS MATERIALIZED (
  SELECT product_id, coalesce(lot_id, 0) AS lot_key, array_agg(rule_code) AS rules FROM v_count_rule
  WHERE reconciliation_id = (SELECT max(reconciliation_id) FROM reconciliation WHERE session_id = :session AND done_at IS NOT NULL)
  GROUP BY 1, 2)
SELECT a.adjustment_id, p.product_code, t.lot_code, a.delta_qty, p.base_uom, a.delta_value, a.level, a.status, a.reason_code,
       (SELECT string_agg(DISTINCT code, ', ') FROM unnest(whole.rules || own.rules) AS code) AS rules,
       CASE WHEN a.status NOT IN ('PENDING', 'APPROVED') THEN NULL
            WHEN (a.level <> 'AUTO' AND persons(a.approved_by_1) && persons(:by))
              OR EXISTS (SELECT FROM count_line x JOIN count_entry e ON e.line_id = x.line_id AND e.withdrawn_by IS NULL
                         WHERE x.session_id = l.session_id AND x.product_id = l.product_id AND persons(e.counted_by) && persons(:by))
            THEN 'CNT-012'
            WHEN coalesce(:reason, a.reason_code) IS NULL THEN 'CNT-013' END AS refusal
FROM count_adjustment a
JOIN count_line l USING (line_id)
JOIN product p USING (product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN rule whole ON whole.product_id = l.product_id AND whole.lot_key = 0
LEFT JOIN rule own ON own.product_id = l.product_id AND own.lot_key = l.lot_id
WHERE l.session_id = :session AND (:product::text IS NULL OR p.product_code = upper(:product))
ORDER BY abs(a.delta_value) DESC NULLS LAST, p.product_code, t.lot_code
