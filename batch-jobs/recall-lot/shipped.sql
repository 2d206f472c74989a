SELECT c.party_code AS customer_code, c.name AS customer, c.phone, e.ref_no, e.invoice_no, (e.moved_at AT TIME ZONE :zone)::date AS moved_on, l.lot_code,
       p.product_code, p.name, e.shipped, e.returned, e.shipped - e.returned AS still_out, p.base_uom
FROM recall_exits(:lot_id) e JOIN lot l USING (lot_id) JOIN product p ON p.product_id = e.product_id
LEFT JOIN party c ON c.party_id = e.customer_id
ORDER BY c.name NULLS FIRST, e.moved_at, e.ref_no
