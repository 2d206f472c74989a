-- Differences of a session; where somebody asks to approve them, why he may not.
SELECT a.adjustment_id, p.product_code, t.lot_code, a.delta_qty, p.base_uom, a.delta_value, a.level, a.status, a.reason_code,
       CASE WHEN a.status NOT IN ('PENDING', 'APPROVED') THEN NULL
            WHEN persons(a.approved_by_1) && persons(:by)
              OR EXISTS (SELECT FROM count_line x JOIN count_entry e ON e.line_id = x.line_id AND e.withdrawn_by IS NULL
                         WHERE x.session_id = l.session_id AND x.product_id = l.product_id AND persons(e.counted_by) && persons(:by))
            THEN 'CNT-012'
            WHEN coalesce(:reason, a.reason_code) IS NULL THEN 'CNT-013' END AS refusal
FROM count_adjustment a
JOIN count_line l USING (line_id)
JOIN product p USING (product_id)
LEFT JOIN lot t USING (lot_id)
WHERE l.session_id = :session AND (:product::text IS NULL OR p.product_code = upper(:product))
ORDER BY abs(a.delta_value) DESC NULLS LAST, p.product_code, t.lot_code
