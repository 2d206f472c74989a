-- The revision in force of each batch that comes again; position counts from 0 in the file's order.
SELECT (t.n - 1)::int AS position, b.batch_id, b.revision, b.content_hash, b.made_on, b.status, b.qty_produced,
       b.submission_id, b.source_sheet, b.source_row,
       (SELECT count(*) FROM batch_input i WHERE i.batch_id = b.batch_id)::int AS inputs,
       (SELECT string_agg(trim_scale(u.qty) || coalesce(' ' || u.uom_code, ''), ' + ' ORDER BY u.uom_code)
        FROM (SELECT i.uom_code, sum(i.qty_used) AS qty FROM batch_input i WHERE i.batch_id = b.batch_id GROUP BY 1) u) AS used,
       b.milk_litres,
       coalesce((SELECT string_agg(o.lot_id::text, ',') FROM batch_output o WHERE o.batch_id = b.batch_id), '') AS lots
FROM unnest(:numbers::text[]) WITH ORDINALITY AS t (batch_no_norm, n)
JOIN production_batch b ON b.batch_no_norm = t.batch_no_norm AND b.is_current
