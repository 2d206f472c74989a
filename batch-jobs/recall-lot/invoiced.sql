-- Invoices that name a lot, credit notes negative, in the unit of the invoice.
SELECT c.party_code AS customer_code, c.name AS customer, c.phone, i.invoice_no, i.invoice_date, f.lot_code, p.product_code, p.name,
       CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty ELSE l.qty END AS qty, coalesce(l.uom_code, p.base_uom) AS uom_code
FROM recall_lots(:lot_id) r JOIN lot f USING (lot_id) JOIN product p ON p.product_id = f.product_id
JOIN invoice_line l ON l.lot_code IS NOT NULL AND document_number(l.lot_code) = f.lot_code_norm AND l.product_id = f.product_id
JOIN v_booked_invoice i USING (invoice_id) JOIN party c ON c.party_id = i.receiver_id
WHERE i.direction = 'SALE' AND i.kind IN ('INVOICE', 'RECAP', 'CREDIT_NOTE')
ORDER BY c.name, i.invoice_date, i.invoice_no, l.line_no
