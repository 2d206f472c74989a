SELECT o.product_code, t.lot_code, nullif(c.bin_code, '') AS bin, e.pass_no, e.counted_by, e.counted_at, e.qty, e.pieces, e.note,
       b.original_name AS file, e.source_sheet, e.source_row
FROM reconciliation r
JOIN count_line c USING (session_id)
JOIN count_entry e USING (line_id)
JOIN product o ON o.product_id = c.product_id
LEFT JOIN lot t ON t.lot_id = c.lot_id
LEFT JOIN submission b ON b.id = e.submission_id
WHERE r.reconciliation_id = :reconciliation_id AND c.withdrawn_by IS NULL AND e.withdrawn_by IS NULL
ORDER BY o.product_code, t.lot_code, c.bin_code, e.pass_no
