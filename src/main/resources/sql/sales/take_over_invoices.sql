-- New revisions that change nothing but the status: everything else is that of the revision before.
UPDATE invoice n
SET content_hash = f.content_hash, due_date = coalesce(f.due_date, n.due_date),
    payment_method = coalesce(f.payment_method, n.payment_method), original_invoice_no = f.original_invoice_no,
    original_no_norm = f.original_no_norm, original_invoice_id = f.original_invoice_id, order_no = f.order_no,
    delivery_no = f.delivery_no, decl_ht = f.decl_ht, decl_vat = f.decl_vat, decl_ttc = f.decl_ttc,
    decl_stamp = f.decl_stamp, decl_net = f.decl_net, global_discount = f.global_discount, comp_ht = f.comp_ht,
    comp_vat = f.comp_vat, comp_ttc = f.comp_ttc, comp_stamp = f.comp_stamp, comp_net = f.comp_net,
    totals_status = f.totals_status, stamp_status = f.stamp_status, lines_status = f.lines_status
FROM invoice f
WHERE f.invoice_id = n.supersedes_id AND n.invoice_id = ANY (:ids)
