SELECT f.rule_code, o.product_code, t.lot_code, f.qty, f.value,
       jsonb_build_object('product', o.product_code, 'lot', coalesce(t.lot_code, '–'), 'qty', trim_scale(f.qty),
         'value', trim_scale(f.value), 'refs', coalesce(f.refs, '–'), 'ref', coalesce(f.refs, '–'), 'n', trim_scale(f.qty), 'user', coalesce(f.refs, '–'), 'book', trim_scale(f.qty),
         'delta', trim_scale(f.qty), 'pct', trim_scale(round(f.qty * 100 / nullif(abs(l.book), 0), 1)))::text AS params
FROM reconciliation_finding f
JOIN product o USING (product_id)
LEFT JOIN lot t USING (lot_id)
LEFT JOIN LATERAL (
  SELECT sum(x.rolled_book_qty) AS book FROM reconciliation_line x
  WHERE x.reconciliation_id = f.reconciliation_id AND x.product_id = f.product_id
    AND x.lot_id IS NOT DISTINCT FROM f.lot_id) l ON true
WHERE f.reconciliation_id = :reconciliation_id
ORDER BY f.rule_code, f.value DESC NULLS LAST, o.product_code, t.lot_code
