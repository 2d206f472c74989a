-- What documents explain of a product falls to its lots, those first that differ most in that direction; and who must approve is
-- said of what nobody explains, of the product as a whole, so that one lot taken for another weighs nothing (§5.3, §5.4). But what is
-- written into the ledger for more than the value at which two approve is always approved by two, whatever explains it. And where what
-- nobody would approve comes to more than a session may have of it, somebody approves all of it.
WITH open AS (
  SELECT r.reconciliation_id FROM reconciliation r
  WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL),
share AS (
  SELECT l.reconciliation_id, l.line_id,
         CASE WHEN l.delta_qty * p.explained_qty > 0 THEN sign(p.explained_qty) * greatest(0, least(abs(l.delta_qty),
           abs(p.explained_qty) - coalesce(sum(abs(l.delta_qty)) FILTER (WHERE l.delta_qty * p.explained_qty > 0) OVER (
             PARTITION BY l.reconciliation_id, l.product_id ORDER BY abs(l.delta_qty) DESC, l.line_id
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) ELSE 0 END AS qty
  FROM open JOIN reconciliation_line l USING (reconciliation_id)
  JOIN reconciliation_product p USING (reconciliation_id, product_id)
  WHERE l.line_id IS NOT NULL),
allotted AS (
  UPDATE reconciliation_line l SET explained_qty = s.qty
  FROM share s WHERE l.reconciliation_id = s.reconciliation_id AND l.line_id = s.line_id RETURNING 1),
judged AS (
  SELECT p.reconciliation_id, p.product_id,
         CASE WHEN abs(w.qty * p.unit_cost) > t.double_value THEN 'DOUBLE'
              WHEN p.residual_qty = 0 THEN 'AUTO'
              WHEN f.pct > t.single_pct THEN 'DOUBLE'
              WHEN p.unit_cost IS NULL OR abs(p.residual_qty * p.unit_cost) > t.auto_value OR f.pct > t.auto_pct THEN 'SINGLE'
              ELSE 'AUTO' END AS level,
         abs(w.qty * p.unit_cost) AS value
  FROM open JOIN reconciliation_product p USING (reconciliation_id)
  JOIN product o USING (product_id)
  CROSS JOIN LATERAL ( -- of nothing, anything is all of it; so is a lot that was found and stands for no other
    SELECT CASE WHEN p.rolled_book_qty = 0 OR EXISTS (
                       SELECT FROM reconciliation_line l
                       WHERE l.reconciliation_id = p.reconciliation_id AND l.product_id = p.product_id AND l.lot_id IS NOT NULL
                         AND l.line_id IS NOT NULL AND l.rolled_book_qty = 0 AND l.delta_qty > 0) AND p.delta_qty > 0
                THEN 100 ELSE abs(p.residual_qty / p.rolled_book_qty) * 100 END AS pct) f
  CROSS JOIN LATERAL (
    SELECT greatest(abs(p.delta_qty), abs(p.residual_qty), max(abs(l.delta_qty))) AS qty FROM reconciliation_line l
    WHERE l.reconciliation_id = p.reconciliation_id AND l.product_id = p.product_id AND l.line_id IS NOT NULL AND NOT l.disputed) w
  JOIN tolerance_of(o.product_type, o.perishable, o.abc_class) t ON true)
UPDATE reconciliation_product p SET level = CASE WHEN j.level = 'AUTO' AND j.value > 0 AND t.value > :autoTotal THEN 'SINGLE' ELSE j.level END
FROM judged j JOIN (
  SELECT reconciliation_id, coalesce(sum(value) FILTER (WHERE level = 'AUTO'), 0) AS value FROM judged GROUP BY 1) t USING (reconciliation_id),
  (SELECT count(*) FROM allotted) done
WHERE p.reconciliation_id = j.reconciliation_id AND p.product_id = j.product_id
