-- Pieces beside the weight: what was counted of a product or lot in a session, and what the book has at that moment; null where somebody
-- did not count them, or the book never knew them.
CREATE FUNCTION counted_pieces(p_session bigint, p_product bigint, p_lot bigint)
RETURNS TABLE (counted numeric, book numeric) LANGUAGE sql STABLE AS $$
  SELECT c.counted, b.book
  FROM (
    SELECT CASE WHEN bool_and(e.pieces IS NOT NULL) THEN sum(e.pieces) END AS counted, max(e.counted_at) AS counted_at
    FROM hub.count_line l
    CROSS JOIN LATERAL (
      SELECT x.pieces, first_value(x.counted_at) OVER (ORDER BY x.pass_no) AS counted_at, x.pass_no
      FROM hub.count_entry x WHERE x.line_id = l.line_id AND x.withdrawn_by IS NULL
      ORDER BY x.pass_no DESC LIMIT 1) e
    WHERE l.session_id = p_session AND l.product_id = p_product AND l.lot_id IS NOT DISTINCT FROM p_lot AND l.withdrawn_by IS NULL) c
  CROSS JOIN LATERAL (
    SELECT sum(m.pieces) AS book FROM hub.count_session s JOIN hub.stock_movement m USING (warehouse_id)
    WHERE s.session_id = p_session AND c.counted IS NOT NULL AND m.product_id = p_product AND (p_lot IS NULL OR m.lot_id = p_lot)
      AND m.effective_at <= c.counted_at) b $$;
