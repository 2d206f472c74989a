-- Blind: whoever counts is not told what the book holds. Sorted as goods stand on shelves: by kind, article, date. Below are
-- lines for what is found besides. Pieces are asked for of what has no weight of its own.
SELECT :session_no::text AS session_no, :business_date::date AS day,
       w.code AS warehouse, s.product_code, s.name AS product_name, s.lot_code, s.dlc, NULL::text AS bin,
       s.base_uom AS uom, NULL::numeric AS counted, NULL::numeric AS pieces, s.catch_weight, NULL::text AS counted_by, NULL::text AS note
FROM warehouse w
CROSS JOIN LATERAL (
  SELECT p.product_type, p.product_code, p.name, l.lot_code, l.dlc, p.base_uom, p.catch_weight
  FROM stock_at(:book_at::timestamptz) held
  JOIN product p USING (product_id)
  LEFT JOIN lot l ON l.lot_id = held.lot_id
  WHERE held.warehouse_id = w.warehouse_id AND held.qty <> 0
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, NULL, NULL, true FROM generate_series(1, :freeLines)) s
WHERE w.warehouse_id = :warehouse_id
ORDER BY s.product_type, s.product_code, s.dlc NULLS LAST, s.lot_code
