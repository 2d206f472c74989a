-- Three sources (domain notes §5.4): d = counted − book, g = invoiced − shipped. Where they point to each other's cause, the smaller
-- of them explains the other; what is left of d nobody can explain, what is left of g is a gap between documents alone.
UPDATE reconciliation_product p SET
  invoiced_qty = coalesce(i.qty, 0),
  silent = coalesce(p.silent, CASE WHEN i.unknown THEN 'UNIT' END),
  explained_qty = CASE WHEN p.silent IS NULL AND NOT coalesce(i.unknown, false)
                        AND p.delta_qty * (coalesce(i.qty, 0) - p.shipped_qty) < 0
                       THEN sign(p.delta_qty) * least(abs(p.delta_qty), abs(coalesce(i.qty, 0) - p.shipped_qty)) ELSE 0 END
FROM reconciliation r
JOIN reconciliation_product q USING (reconciliation_id)
LEFT JOIN LATERAL (
  SELECT sum(o.qty) AS qty, bool_or(o.qty IS NULL) AS unknown FROM reconciliation_invoice o
  WHERE o.reconciliation_id = q.reconciliation_id AND o.product_id = q.product_id AND o.counts) i ON true
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND p.reconciliation_id = q.reconciliation_id AND p.product_id = q.product_id
