-- Approved differences of a session into the ledger, each at the moment when all its bins were first counted (a recount finds what was wrong
-- then) and at the value that was approved. Where the average of now comes to the same but for its rounding, the parts of a product's
-- value are rounded together, so that who takes out all of it takes out all of its value.
WITH approved AS (
  SELECT a.adjustment_id, a.line_id, a.delta_qty, a.delta_value, a.reason_code, l.product_id, l.lot_id, s.warehouse_id, s.session_no,
         s.session_id, l.submission_id, l.source_sheet, l.source_row, e.counted_at, v.qty, v.value, n.counted - n.book AS pieces,
         sum(a.delta_qty) OVER (PARTITION BY l.product_id ORDER BY a.adjustment_id) AS taken
  FROM count_adjustment a
  JOIN count_line l USING (line_id)
  JOIN count_session s USING (session_id)
  JOIN LATERAL (
    SELECT max(x.counted_at) AS counted_at
    FROM count_line c
    JOIN LATERAL (SELECT x.counted_at FROM count_entry x WHERE x.line_id = c.line_id AND x.withdrawn_by IS NULL ORDER BY x.pass_no LIMIT 1) x ON true
    WHERE c.session_id = l.session_id AND c.product_id = l.product_id AND (l.lot_id IS NULL OR c.lot_id = l.lot_id)) e ON true
  CROSS JOIN LATERAL counted_pieces(s.session_id, l.product_id, l.lot_id) n
  JOIN LATERAL (
    SELECT sum(w.valued_qty) AS qty, sum(w.value) AS value FROM v_stock_worth w WHERE w.product_id = l.product_id) v ON true
  WHERE s.session_id = :session AND a.status = 'APPROVED' AND a.delta_qty <> 0),
valued AS (
  SELECT a.*, CASE WHEN abs(n.value - delta_value) > 0.05 + abs(delta_value) / 10000 THEN delta_value ELSE coalesce(n.value, delta_value) END AS posted
  FROM approved a CROSS JOIN LATERAL (
    SELECT CASE WHEN qty > 0 AND value >= 0
                THEN round(value * taken / qty, 2) - round(value * (taken - delta_qty) / qty, 2) END AS value) n)
INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, pieces, unit_cost, value, ref_type, ref_no,
                            ref_line, reason_code, entered_by, idempotency_key, submission_id, source_sheet, source_row)
SELECT counted_at, product_id, lot_id, warehouse_id, 'INVENTAIRE', delta_qty, pieces,
       round(posted / delta_qty, 6), posted,
       'COUNT', session_no, adjustment_id::text, reason_code, :by, 'count:' || session_id || ':' || line_id, submission_id,
       source_sheet, source_row
FROM valued ORDER BY adjustment_id
