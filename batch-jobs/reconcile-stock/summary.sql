WITH l AS (
  SELECT l.*, p.unit_cost, round(l.delta_qty * p.unit_cost, 2) AS value,
         within_tolerance(p.level, l.delta_qty, l.delta_qty - l.explained_qty, l.rolled_book_qty, p.unit_cost, y) AS within
  FROM reconciliation_line l JOIN product o USING (product_id) LEFT JOIN reconciliation_product p USING (reconciliation_id, product_id)
  LEFT JOIN tolerance_of(o.product_type, o.perishable, o.abc_class) y ON l.line_id IS NOT NULL
  WHERE reconciliation_id = :reconciliation_id),
lines AS (
  SELECT count(*) FILTER (WHERE line_id IS NOT NULL) AS lines_counted, count(*) FILTER (WHERE rolled_book_qty <> 0) AS lines_expected,
         count(*) FILTER (WHERE rolled_book_qty = 0 AND counted_qty > 0) AS lines_found, count(*) FILTER (WHERE line_id IS NOT NULL AND within) AS lines_within,
         coalesce(sum(value), 0) AS net_value, coalesce(sum(abs(value)), 0) AS gross_value,
         coalesce(sum(round(rolled_book_qty * unit_cost, 2)), 0) AS book_value
  FROM l),
rules AS (
  SELECT count(*) FILTER (WHERE rule_code = 'REC-001') AS rec_001, count(*) FILTER (WHERE rule_code = 'REC-002') AS rec_002,
         count(*) FILTER (WHERE rule_code = 'REC-003') AS rec_003, count(*) FILTER (WHERE rule_code = 'REC-004') AS rec_004,
         count(*) FILTER (WHERE rule_code = 'REC-005') AS rec_005, count(*) FILTER (WHERE rule_code = 'REC-006') AS rec_006
  FROM reconciliation_finding WHERE reconciliation_id = :reconciliation_id),
people AS (
  SELECT string_agg(DISTINCT e.counted_by, ', ') AS counters
  FROM reconciliation r JOIN count_line c USING (session_id)
  JOIN count_entry e ON e.line_id = c.line_id AND e.withdrawn_by IS NULL
  WHERE reconciliation_id = :reconciliation_id),
approval AS (
  SELECT count(*) FILTER (WHERE a.status = 'PENDING') AS open_approvals, coalesce(sum(a.delta_value), 0) AS adjusted_value, coalesce(sum(m.value), 0) AS posted_value,
         (SELECT string_agg(DISTINCT p.name, ', ') FROM l x JOIN count_adjustment y USING (line_id)
          CROSS JOIN LATERAL (VALUES (y.approved_by_1), (y.approved_by_2)) AS p (name)) AS approvers
  FROM l JOIN count_adjustment a USING (line_id) LEFT JOIN stock_movement m USING (movement_id)),
moved AS (
  SELECT coalesce(sum(movements_to_show) FILTER (WHERE movements_at IS NOT NULL), 0) AS movements_shown, coalesce(sum(movements_to_show), 0) AS movements_all
  FROM reconciliation_product WHERE reconciliation_id = :reconciliation_id)
SELECT s.session_no, w.code || ' – ' || w.name AS warehouse, s.kind, s.cutoff_at, s.freeze_mode, r.business_date, r.known_at,
       people.counters, approval.approvers, lines.lines_counted, lines.lines_expected, lines.lines_found,
       CASE WHEN lines.lines_counted > 0 THEN lines.lines_within::numeric / lines.lines_counted ELSE 1 END AS accuracy,
       CASE WHEN lines.book_value > 0 THEN 1 - lines.gross_value / lines.book_value ELSE 0 END AS ira,
       lines.net_value, lines.gross_value, approval.posted_value, rules.*, approval.open_approvals,
       0 AS control_flow, 0 AS control_movements, 0 AS control_value, 0 AS control_documents, moved.movements_shown, moved.movements_all
FROM reconciliation r JOIN count_session s USING (session_id) JOIN warehouse w USING (warehouse_id)
CROSS JOIN lines CROSS JOIN rules CROSS JOIN people CROSS JOIN approval CROSS JOIN moved
WHERE r.reconciliation_id = :reconciliation_id
