SELECT r.depth, l.lot_code, p.product_code, p.name, b.batch_no, b.made_on, v.lot_code AS via, p.base_uom, r.produced, r.produced_by, r.stock, r.shipped,
       r.returned, r.consumed, r.sent_back, r.lost, r.adjusted, r.unaccounted, l.dlc, l.status
FROM recall_lots(:lot_id) r JOIN lot l USING (lot_id) JOIN product p ON p.product_id = l.product_id
LEFT JOIN production_batch b ON b.batch_id = coalesce(r.via_batch_id, l.batch_id) LEFT JOIN lot v ON v.lot_id = r.via_lot_id
ORDER BY r.depth, p.product_code, l.lot_code
