SELECT l.lot_code, p.product_code, p.name, w.code AS warehouse, w.name AS warehouse_name, sum(m.qty_base) AS qty, p.base_uom, l.dlc, l.status
FROM recall_lots(:lot_id) r JOIN lot l USING (lot_id) JOIN product p ON p.product_id = l.product_id
CROSS JOIN warehouse w
JOIN stock_movement m ON m.product_id = r.product_id AND m.warehouse_id = w.warehouse_id AND m.lot_id = r.lot_id
GROUP BY r.depth, l.lot_id, p.product_id, w.warehouse_id HAVING sum(m.qty_base) <> 0
ORDER BY r.depth, p.product_code, l.lot_code, w.code
