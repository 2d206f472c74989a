-- The greatest differences first. What was counted is summed by lot, and by product where the product was counted as a whole; beside lots
-- what is of no lot stands alone (key -1).
WITH counted AS (
  SELECT x.product_id, CASE WHEN grouping(x.lot_id) = 1 THEN 0 ELSE coalesce(x.lot_id, -1) END AS lot_key,
         sum(e.qty) FILTER (WHERE e.pass_no = 1) AS one, sum(e.qty) FILTER (WHERE e.pass_no = 2) AS two,
         sum(e.qty) FILTER (WHERE e.pass_no = 3) AS three, string_agg(DISTINCT nullif(x.bin_code, ''), ', ') AS bins
  FROM reconciliation r JOIN count_line x USING (session_id)
  LEFT JOIN count_entry e ON e.line_id = x.line_id AND e.withdrawn_by IS NULL
  WHERE r.reconciliation_id = :reconciliation_id AND x.withdrawn_by IS NULL
  GROUP BY GROUPING SETS ((x.product_id, x.lot_id), (x.product_id))),
by_lot AS (
  SELECT DISTINCT product_id FROM reconciliation_line WHERE reconciliation_id = :reconciliation_id AND lot_id IS NOT NULL AND line_id IS NOT NULL),
finding AS (
  SELECT product_id, coalesce(lot_id, 0) AS lot_key, array_agg(rule_code) AS rules
  FROM v_count_rule WHERE reconciliation_id = :reconciliation_id GROUP BY 1, 2)
SELECT o.product_type, o.abc_class, o.product_code, o.name, t.lot_code, coalesce(t.dlc, t.ddm) AS dlc, o.base_uom,
       c.bins, l.book_qty, l.moved_qty, l.rolled_book_qty, c.one, c.two, c.three, l.counted_qty, l.delta_qty,
       CASE WHEN l.delta_qty IS NULL THEN NULL WHEN l.rolled_book_qty = 0 THEN CASE WHEN l.delta_qty = 0 THEN 0 ELSE 1 END
            ELSE l.delta_qty / l.rolled_book_qty END AS delta_pct,
       p.unit_cost, round(l.rolled_book_qty * p.unit_cost, 2) AS book_value, round(l.delta_qty * p.unit_cost, 2) AS delta_value,
       abs(round(l.delta_qty * p.unit_cost, 2)) AS gross_value, CASE WHEN l.line_id IS NOT NULL THEN p.level END AS level,
       CASE WHEN l.line_id IS NULL THEN NULL
            WHEN within_tolerance(p.level, l.delta_qty, l.delta_qty - l.explained_qty, l.rolled_book_qty, p.unit_cost, y) THEN 'WITHIN' ELSE 'BEYOND' END
         AS within,
       translate(trim_scale(y.auto_pct) || ' / ' || trim_scale(y.single_pct) || ' %', '.', CASE :language WHEN 'fr' THEN ',' ELSE '.' END) AS tolerance,
       l.explained_qty, l.delta_qty - l.explained_qty AS residual_qty, f.rules, a.reason_code, a.status,
       nullif(concat_ws(', ', a.approved_by_1, a.approved_by_2), '') AS approver, p.movements_at AS movement_row,
       concat_ws(' / ', o.product_code, t.lot_code) AS label
FROM reconciliation_line l
JOIN product o USING (product_id)
LEFT JOIN reconciliation_product p USING (reconciliation_id, product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN by_lot w ON w.product_id = l.product_id
LEFT JOIN counted c ON c.product_id = l.product_id AND l.line_id IS NOT NULL
                   AND c.lot_key = coalesce(l.lot_id, CASE WHEN w.product_id IS NULL THEN 0 ELSE -1 END)
LEFT JOIN finding whole ON whole.product_id = l.product_id AND whole.lot_key = 0
LEFT JOIN finding own ON own.product_id = l.product_id AND own.lot_key = l.lot_id
CROSS JOIN LATERAL (
  SELECT string_agg(DISTINCT rule, ', ') AS rules FROM unnest(whole.rules || own.rules) rule
  WHERE l.line_id IS NOT NULL OR rule = 'CNT-005') f
LEFT JOIN count_adjustment a ON a.line_id = l.line_id
LEFT JOIN tolerance_of(o.product_type, o.perishable, o.abc_class) y ON l.line_id IS NOT NULL
WHERE l.reconciliation_id = :reconciliation_id
ORDER BY abs(round(l.delta_qty * p.unit_cost, 2)) DESC NULLS LAST, abs(l.delta_qty) DESC NULLS LAST, o.product_code, t.lot_code
