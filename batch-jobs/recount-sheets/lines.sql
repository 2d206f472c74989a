-- Blind, as the sheet before: neither the book nor the first count. Whoever counted is refused (CNT-011), not named.
SELECT s.session_no, :businessDate::date AS day, NULL::text AS hour, w.code AS warehouse, p.product_code, p.name AS product_name, t.lot_code,
       coalesce(t.dlc, t.ddm) AS dlc, nullif(c.bin_code, '') AS bin, p.base_uom AS uom,
       (SELECT max(e.pass_no) + 1 FROM count_entry e WHERE e.line_id = c.line_id AND e.withdrawn_by IS NULL) AS pass_no, NULL::numeric AS counted,
       NULL::numeric AS pieces, p.catch_weight,
       NULL::text AS counted_by, NULL::text AS note
FROM count_line c
JOIN count_session s USING (session_id)
JOIN warehouse w USING (warehouse_id)
JOIN product p ON p.product_id = c.product_id
LEFT JOIN lot t ON t.lot_id = c.lot_id
WHERE c.session_id = :session_id AND c.withdrawn_by IS NULL
  AND CASE WHEN :product::text IS NULL THEN to_be_recounted(c.line_id, :reconciliation_id) ELSE p.product_code = :product END
ORDER BY c.bin_code, p.product_type, p.product_code, t.dlc NULLS LAST, t.lot_code
