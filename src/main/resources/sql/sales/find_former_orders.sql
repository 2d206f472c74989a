-- The current revision of each order that comes again; position counts from 0 in the file's order.
SELECT (t.n - 1)::int AS position, o.order_id, o.revision, o.content_hash, o.status, o.customer_id, o.customer_ref,
       o.order_date, o.requested_date, o.cancel_reason, o.comp_total_ht, o.submission_id,
       o.source_sheet, o.source_row
FROM unnest(:numbers::text[]) WITH ORDINALITY AS t (order_no_norm, n)
JOIN sales_order o ON o.order_no_norm = t.order_no_norm AND o.is_current
