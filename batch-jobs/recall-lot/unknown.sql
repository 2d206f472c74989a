SELECT u.source, p.product_code, p.name, u.lots, w.code AS warehouse, u.ref_no, u.invoice_no, u.moved_on, c.party_code AS customer_code, c.name AS customer,
       c.phone, u.qty, u.uom_code
FROM recall_unknown(:lot_id) u JOIN product p USING (product_id)
LEFT JOIN warehouse w USING (warehouse_id) LEFT JOIN party c ON c.party_id = u.customer_id
ORDER BY p.product_code, u.source, u.moved_on, u.ref_no, u.invoice_no
