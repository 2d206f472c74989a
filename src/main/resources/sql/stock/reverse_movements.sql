-- One reversal for each movement that goes, at its own moment and worth. Where a reversal that was itself taken back
-- stands on it, that one is reversed: it is what counts. The reference is that under which the goods are known.
WITH RECURSIVE chain AS (
  SELECT e.record_id AS movement_id, e.record_id AS tip, 0 AS depth
  FROM v_undo_entry e WHERE e.undo_id = :undo AND e.kind = 'movement' AND e.outcome = 'REVERSED'
  UNION ALL
  SELECT c.movement_id, r.movement_id, c.depth + 1 FROM chain c JOIN stock_movement r ON r.reverses_id = c.tip),
last AS (
  SELECT DISTINCT ON (movement_id) movement_id, tip FROM chain ORDER BY movement_id, depth DESC)
INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, pieces, unit_cost, value,
                            party_id, ref_type, ref_no, ref_line, reverses_id, idempotency_key, submission_id, source_row)
SELECT t.effective_at, t.product_id, t.lot_id, t.warehouse_id, 'REVERSAL', -t.qty_base, -t.pieces, t.unit_cost, -t.value,
       t.party_id, 'UNDO', coalesce(o.ref_no, m.ref_no), m.ref_line, t.movement_id, 'undo:' || m.idempotency_key, :undo, 0
FROM last
JOIN stock_movement m ON m.movement_id = last.movement_id
JOIN stock_movement t ON t.movement_id = last.tip
LEFT JOIN stock_movement o ON o.movement_id = m.reverses_id
ORDER BY m.movement_id
