-- Products of which this session would post a difference that a later count of the same warehouse, which is posted, has in it already.
SELECT DISTINCT p.product_code, o.session_no
FROM count_adjustment a
JOIN count_line l USING (line_id)
JOIN count_session s USING (session_id)
JOIN count_session o ON o.warehouse_id = s.warehouse_id AND o.status = 'POSTED' AND o.withdrawn_by IS NULL AND o.cutoff_at > s.cutoff_at
JOIN count_line x ON x.session_id = o.session_id AND x.product_id = l.product_id AND x.withdrawn_by IS NULL
                 AND (x.lot_id IS NULL OR l.lot_id IS NULL OR x.lot_id = l.lot_id)
JOIN product p ON p.product_id = l.product_id
WHERE s.session_id = :session AND a.status = 'APPROVED' AND a.delta_qty <> 0
ORDER BY 1, 2
