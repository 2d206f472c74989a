-- The greatest differences first.
SELECT o.product_type, o.abc_class, o.product_code, o.name, t.lot_code, coalesce(t.dlc, t.ddm) AS dlc, o.base_uom,
       bin.codes AS bins, l.book_qty, l.moved_qty, l.rolled_book_qty, pass.one, pass.two, pass.three, l.counted_qty, l.delta_qty,
       CASE WHEN l.delta_qty IS NULL THEN NULL WHEN l.rolled_book_qty = 0 THEN CASE WHEN l.delta_qty = 0 THEN 0 ELSE 1 END
            ELSE l.delta_qty / l.rolled_book_qty END AS delta_pct,
       p.unit_cost, round(l.rolled_book_qty * p.unit_cost, 2) AS book_value, round(l.delta_qty * p.unit_cost, 2) AS delta_value,
       abs(round(l.delta_qty * p.unit_cost, 2)) AS gross_value, CASE WHEN l.line_id IS NOT NULL THEN p.level END AS level,
       l.explained_qty, l.delta_qty - l.explained_qty AS residual_qty, f.rules, a.reason_code, a.status,
       nullif(concat_ws(', ', a.approved_by_1, a.approved_by_2), '') AS approver, m.row_no AS movement_row
FROM reconciliation_line l
JOIN product o USING (product_id)
LEFT JOIN reconciliation_product p USING (reconciliation_id, product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN count_line c ON c.line_id = l.line_id
LEFT JOIN LATERAL (
  SELECT sum(e.qty) FILTER (WHERE e.pass_no = 1) AS one, sum(e.qty) FILTER (WHERE e.pass_no = 2) AS two,
         sum(e.qty) FILTER (WHERE e.pass_no = 3) AS three
  FROM count_line x JOIN count_entry e ON e.line_id = x.line_id AND e.withdrawn_by IS NULL
  WHERE x.session_id = c.session_id AND x.product_id = l.product_id AND (l.lot_id IS NULL OR x.lot_id = l.lot_id)
    AND x.withdrawn_by IS NULL) pass ON true
LEFT JOIN LATERAL (
  SELECT string_agg(nullif(x.bin_code, ''), ', ' ORDER BY x.bin_code) AS codes FROM count_line x
  WHERE x.session_id = c.session_id AND x.product_id = l.product_id AND (l.lot_id IS NULL OR x.lot_id = l.lot_id)
    AND x.withdrawn_by IS NULL) bin ON true
LEFT JOIN LATERAL (
  SELECT string_agg(DISTINCT f.rule_code, ', ') AS rules FROM reconciliation_finding f
  WHERE f.reconciliation_id = l.reconciliation_id AND f.product_id = l.product_id
    AND (f.lot_id IS NULL OR f.lot_id = l.lot_id) AND (l.line_id IS NOT NULL OR f.rule_code = 'CNT-005')) f ON true
LEFT JOIN count_adjustment a ON a.line_id = l.line_id
LEFT JOIN (
  SELECT product_id, min(row_no) AS row_no FROM reconciliation_movement(:reconciliation_id) GROUP BY product_id) m ON m.product_id = l.product_id
WHERE l.reconciliation_id = :reconciliation_id
ORDER BY abs(round(l.delta_qty * p.unit_cost, 2)) DESC NULLS LAST, abs(l.delta_qty) DESC NULLS LAST, o.product_code, t.lot_code
