-- Three sources (domain notes §5.4): d = counted − book, g = invoiced − shipped. Where they point to each other's cause, the smaller
-- of them explains the other; what is left of d nobody can explain, what is left of g is a gap between documents alone. That an exit
-- was not recorded is said as far as invoices have none: a gap that a return or a late exit makes accounts for no shortage (decision 0058).
UPDATE reconciliation_product p SET
  invoiced_qty = coalesce(i.qty, 0),
  silent = coalesce(p.silent, CASE WHEN i.unknown THEN 'UNIT' END),
  explained_qty = CASE WHEN p.silent IS NOT NULL OR coalesce(i.unknown, false) OR p.delta_qty * g.qty >= 0 THEN 0
                       WHEN p.delta_qty < 0 THEN -least(-p.delta_qty, g.qty, coalesce(i.unshipped, 0))
                       ELSE least(p.delta_qty, -g.qty) END
FROM reconciliation r
JOIN reconciliation_product q USING (reconciliation_id)
LEFT JOIN LATERAL (
  SELECT sum(o.counted_qty) AS qty, bool_or(o.qty IS NULL) AS unknown, sum(greatest(o.qty - coalesce(o.shipped_qty, 0), 0)) AS unshipped
  FROM reconciliation_invoice o
  WHERE o.reconciliation_id = q.reconciliation_id AND o.product_id = q.product_id AND o.counts) i ON true
CROSS JOIN LATERAL (SELECT coalesce(i.qty, 0) - q.shipped_qty AS qty) g
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND p.reconciliation_id = q.reconciliation_id AND p.product_id = q.product_id
