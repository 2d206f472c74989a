-- Differences that are usual in the trade go to 60 or 72, others to 657 or 757 (SCF, order of 26 July 2008).
SELECT o.product_code, t.lot_code, a.delta_qty, a.delta_value, m.value AS posted_value, a.reason_code,
       CASE WHEN a.reason_code IS NULL OR a.status = 'REJECTED' THEN NULL
            WHEN a.reason_code IN ('THEFT_SUSPECTED', 'DAMAGE', 'CONTAMINATION', 'OTHER')
              THEN CASE WHEN a.delta_qty < 0 THEN '657' ELSE '757' END
            WHEN o.product_type IN ('PF', 'SF') THEN '72' ELSE '60' END AS account,
       a.level, a.status, a.approved_by_1, a.approved_at_1, a.approved_by_2, a.approved_at_2, m.ref_no AS movement
FROM reconciliation_line l
JOIN count_adjustment a USING (line_id)
JOIN product o USING (product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN stock_movement m USING (movement_id)
WHERE l.reconciliation_id = :reconciliation_id
ORDER BY abs(a.delta_value) DESC NULLS LAST, o.product_code, t.lot_code
