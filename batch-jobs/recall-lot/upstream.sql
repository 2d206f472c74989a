-- What it was made of, and by which papers that came in.
SELECT t.depth, l.lot_code, p.product_code, p.name, b.batch_no, v.lot_code AS via, s.name AS supplier, s.phone,
       (m.effective_at AT TIME ZONE :zone)::date AS received_on, m.ref_no, m.qty_base AS qty, p.base_uom,
       (SELECT string_agg(DISTINCT o.lot_code, ', ' ORDER BY o.lot_code)
        FROM v_movement_in_force n JOIN lot o ON o.lot_id = n.lot_id
        WHERE n.ref_no = m.ref_no AND n.origin = 'RECEPTION' AND n.lot_id <> t.lot_id) AS beside
FROM trace_lot(:lot_id, 'BACK') t JOIN lot l USING (lot_id) JOIN product p USING (product_id)
LEFT JOIN production_batch b ON b.batch_id = t.via_batch_id LEFT JOIN lot v ON v.lot_id = t.via_lot_id
LEFT JOIN (warehouse w JOIN v_movement_in_force m USING (warehouse_id))
  ON m.product_id = l.product_id AND m.lot_id = l.lot_id AND m.origin = 'RECEPTION'
LEFT JOIN party s ON s.party_id = coalesce(l.supplier_id, m.party_id)
ORDER BY t.depth, p.product_code, l.lot_code, m.effective_at
