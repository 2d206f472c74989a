-- Lines that are there already, with their entries; position counts from 0, lot 0 is none.
SELECT (t.n - 1)::int AS position, l.line_id, coalesce(e.pass_no, 0)::int AS pass_no, e.qty, e.counted_by,
       coalesce(e.submission_id, l.submission_id) AS submission_id, coalesce(e.source_sheet, l.source_sheet) AS source_sheet,
       coalesce(e.source_row, l.source_row) AS source_row
FROM unnest(:sessions::bigint[], :products::bigint[], :lots::bigint[], :bins::text[])
       WITH ORDINALITY AS t (session_id, product_id, lot_id, bin_code, n)
JOIN count_line l ON l.session_id = t.session_id AND l.product_id = t.product_id
                 AND coalesce(l.lot_id, 0) = t.lot_id AND l.bin_code = t.bin_code AND l.withdrawn_by IS NULL
LEFT JOIN count_entry e ON e.line_id = l.line_id AND e.withdrawn_by IS NULL
