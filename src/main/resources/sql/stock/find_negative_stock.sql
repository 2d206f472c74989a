-- Balances that are below zero at the end of a day from which on this submission took something out, each at its last row that did, with
-- the least that there was. Within a day nobody knows what came first.
SELECT p.product_code, l.lot_code, w.least AS qty, last.source_sheet, last.source_row, last.ref_no
FROM (
  SELECT m.product_id, m.warehouse_id, m.lot_id, date_trunc('day', min(m.effective_at), z.zone) AS first, z.zone
  FROM stock_movement m
  CROSS JOIN (SELECT coalesce(nullif(current_setting('hub.zone', true), ''), 'Africa/Algiers') AS zone) z
  WHERE m.submission_id = :submission AND m.qty_base < 0
  GROUP BY m.product_id, m.warehouse_id, m.lot_id, z.zone) t
JOIN LATERAL (
  SELECT coalesce(sum(m.qty_base), 0) AS qty FROM stock_movement m
  WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND m.lot_id IS NOT DISTINCT FROM t.lot_id AND m.effective_at < t.first) b ON true
JOIN LATERAL (
  SELECT min(r.qty) AS least FROM (
    SELECT b.qty + sum(sum(m.qty_base)) OVER (ORDER BY date_trunc('day', m.effective_at, t.zone)) AS qty
    FROM stock_movement m
    WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
      AND m.lot_id IS NOT DISTINCT FROM t.lot_id AND m.effective_at >= t.first
    GROUP BY date_trunc('day', m.effective_at, t.zone)) r) w ON w.least < 0
JOIN LATERAL (
  SELECT m.source_sheet, m.source_row, m.ref_no FROM stock_movement m
  WHERE m.product_id = t.product_id AND m.warehouse_id = t.warehouse_id
    AND m.lot_id IS NOT DISTINCT FROM t.lot_id AND m.submission_id = :submission AND m.qty_base < 0
  ORDER BY m.movement_id DESC LIMIT 1) last ON true
JOIN product p ON p.product_id = t.product_id
LEFT JOIN lot l ON l.lot_id = t.lot_id
ORDER BY last.source_sheet, last.source_row
