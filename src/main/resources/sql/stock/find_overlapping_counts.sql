-- Lines that earlier files counted of the same product and session, and that may be the same goods otherwise written: the same lot or one of
-- them without, the same place or one of them without; position counts from 0, lot 0 is none. Each with its entries.
SELECT (t.n - 1)::int AS position, l.line_id, coalesce(l.lot_id, 0) AS lot_id, l.bin_code, b.lot_code, e.pass_no, e.qty, e.counted_by, e.submission_id,
       e.source_sheet, e.source_row
FROM unnest(:sessions::bigint[], :products::bigint[], :lots::bigint[], :bins::text[])
       WITH ORDINALITY AS t (session_id, product_id, lot_id, bin_code, n)
JOIN count_line l ON l.session_id = t.session_id AND l.product_id = t.product_id AND l.withdrawn_by IS NULL
                 AND (coalesce(l.lot_id, 0) = t.lot_id OR l.lot_id IS NULL OR t.lot_id = 0)
                 AND (l.bin_code = t.bin_code OR l.bin_code = '' OR t.bin_code = '')
                 AND NOT (coalesce(l.lot_id, 0) = t.lot_id AND l.bin_code = t.bin_code)
JOIN count_entry e ON e.line_id = l.line_id AND e.withdrawn_by IS NULL AND e.submission_id <> :submission
LEFT JOIN lot b ON b.lot_id = l.lot_id
ORDER BY position, l.line_id, e.pass_no
