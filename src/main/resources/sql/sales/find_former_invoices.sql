-- The current revision of each invoice that comes again; position counts from 0 in the file's order.
SELECT (t.n - 1)::int AS position, i.invoice_id, i.revision, i.content_hash, i.status, i.invoice_date, i.comp_ht, i.comp_vat, i.comp_ttc,
       i.decl_ht, i.decl_vat, i.decl_ttc, i.decl_stamp, i.payment_method, i.due_date, i.lines_status,
       i.original_invoice_no AS original_no, i.original_invoice_id, i.order_no, i.delivery_no,
       CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END AS party_id,
       i.submission_id, i.source_sheet, i.source_row,
       (SELECT count(*) FROM invoice_line l WHERE l.invoice_id = i.invoice_id)::int AS lines,
       (SELECT v.paid FROM v_invoice_paid v WHERE v.invoice_id = i.invoice_id) AS paid
FROM unnest(:directions::text[], :kinds::text[], :issuers::bigint[], :years::int[], :numbers::text[])
       WITH ORDINALITY AS t (direction, kind, issuer_id, fiscal_year, invoice_no_norm, n)
JOIN invoice i ON i.direction = t.direction AND i.kind = t.kind AND i.issuer_id = t.issuer_id
              AND i.fiscal_year = t.fiscal_year AND i.invoice_no_norm = t.invoice_no_norm AND i.is_current
