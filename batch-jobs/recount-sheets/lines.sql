-- Blind, as the sheet before: neither the book nor the first count. Whoever counted is refused (CNT-011), not named.
SELECT s.session_no, :businessDate::date AS day, w.code AS warehouse, p.product_code, p.name AS product_name, t.lot_code,
       coalesce(t.dlc, t.ddm) AS dlc, nullif(c.bin_code, '') AS bin, p.base_uom AS uom,
       (SELECT max(e.pass_no) + 1 FROM count_entry e WHERE e.line_id = c.line_id AND e.withdrawn_by IS NULL) AS pass_no, NULL::numeric AS counted,
       NULL::numeric AS pieces, p.catch_weight,
       NULL::text AS counted_by, NULL::text AS note
FROM reconciliation_finding f
JOIN reconciliation_line l ON l.reconciliation_id = f.reconciliation_id AND l.product_id = f.product_id AND l.lot_id IS NOT DISTINCT FROM f.lot_id
JOIN count_line c ON c.session_id = :session_id AND c.product_id = f.product_id AND (f.lot_id IS NULL OR c.lot_id = f.lot_id)
                 AND c.withdrawn_by IS NULL
JOIN count_session s ON s.session_id = c.session_id
JOIN warehouse w USING (warehouse_id)
JOIN product p ON p.product_id = c.product_id
LEFT JOIN lot t ON t.lot_id = c.lot_id
WHERE f.reconciliation_id = :reconciliation_id AND f.rule_code = 'CNT-009'
  AND l.passes >= (SELECT count(*) FROM count_entry e WHERE e.line_id = c.line_id AND e.withdrawn_by IS NULL)
ORDER BY c.bin_code, p.product_type, p.product_code, t.dlc NULLS LAST, t.lot_code
