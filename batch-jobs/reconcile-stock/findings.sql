-- What the run found, and what was told of the files that the count came in.
SELECT f.rule_code, 'WARN' AS severity, o.product_code, t.lot_code, f.qty, f.value,
       jsonb_build_object('product', o.product_code, 'lot', coalesce(t.lot_code, '–'), 'qty', trim_scale(f.qty),
         'value', trim_scale(f.value), 'refs', coalesce(f.refs, '–'), 'ref', coalesce(f.refs, '–'), 'n', trim_scale(f.qty), 'user', coalesce(f.refs, '–'), 'book', trim_scale(f.qty),
         'delta', trim_scale(f.qty), 'pct', trim_scale(round(f.qty * 100 / nullif(abs(l.book), 0), 1)))::text AS params,
       l.state, NULL AS file, NULL::int AS row_no
FROM reconciliation_finding f
JOIN product o USING (product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN LATERAL (
  SELECT sum(x.rolled_book_qty) AS book, min(a.status) AS state FROM reconciliation_line x LEFT JOIN count_adjustment a USING (line_id)
  WHERE x.reconciliation_id = f.reconciliation_id AND x.product_id = f.product_id
    AND (f.lot_id IS NULL OR x.lot_id = f.lot_id)) l ON true
WHERE f.reconciliation_id = :reconciliation_id
UNION ALL
SELECT d.rule_code, d.severity, c.product_code, c.lot_code, NULL, NULL, d.params::text, NULL, s.original_name, d.row_no
FROM (SELECT DISTINCT e.submission_id FROM reconciliation r JOIN count_line c USING (session_id) JOIN count_entry e USING (line_id)
      WHERE r.reconciliation_id = :reconciliation_id AND e.withdrawn_by IS NULL) u
JOIN finding d USING (submission_id)
JOIN submission s ON s.id = d.submission_id
LEFT JOIN LATERAL ( -- of a row that was counted, what it counts
  SELECT o.product_code, t.lot_code
  FROM count_entry e JOIN count_line x USING (line_id) JOIN product o USING (product_id) LEFT JOIN lot t USING (lot_id)
  WHERE e.submission_id = d.submission_id AND e.source_sheet = d.sheet AND e.source_row = d.row_no AND e.withdrawn_by IS NULL
  LIMIT 1) c ON true
WHERE d.document IS NULL OR d.document IN (
  SELECT n.session_no FROM reconciliation r JOIN count_session n USING (session_id) WHERE r.reconciliation_id = :reconciliation_id)
ORDER BY file NULLS FIRST, rule_code, value DESC NULLS LAST, product_code, lot_code, row_no
