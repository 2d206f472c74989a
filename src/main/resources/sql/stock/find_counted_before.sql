-- Products of which this submission tells movements from before a count that is posted: each at its first one, with the last such count.
SELECT DISTINCT ON (m.product_id) p.product_code, s.session_no, m.source_sheet, m.source_row, m.ref_no
FROM stock_movement m
JOIN count_session s ON s.warehouse_id = m.warehouse_id AND s.status = 'POSTED' AND s.withdrawn_by IS NULL
JOIN count_line l ON l.session_id = s.session_id AND l.product_id = m.product_id AND (l.lot_id IS NULL OR l.lot_id = m.lot_id)
                 AND l.withdrawn_by IS NULL
JOIN product p ON p.product_id = m.product_id
WHERE m.submission_id = :submission AND m.ref_type = 'MOVEMENT'
  AND m.effective_at <= (SELECT max(e.counted_at) FROM count_entry e WHERE e.line_id = l.line_id AND e.withdrawn_by IS NULL)
ORDER BY m.product_id, m.movement_id, s.cutoff_at DESC
