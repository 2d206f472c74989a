-- The lines of the revision before; the row that says them now is the one of the new revision.
INSERT INTO invoice_line (invoice_id, line_no, product_id, raw_product_code, description, qty, uom_code, qty_base,
                          unit_price_ht, discount_pct, discount_amount, vat_rate, vat_exempt_reason, decl_line_ht,
                          line_ht, lot_code, source_sheet, source_row)
SELECT n.invoice_id, l.line_no, l.product_id, l.raw_product_code, l.description, l.qty, l.uom_code, l.qty_base,
       l.unit_price_ht, l.discount_pct, l.discount_amount, l.vat_rate, l.vat_exempt_reason, l.decl_line_ht, l.line_ht,
       l.lot_code, n.source_sheet, n.source_row
FROM invoice n
JOIN invoice_line l ON l.invoice_id = n.supersedes_id
WHERE n.invoice_id = ANY (:ids)
