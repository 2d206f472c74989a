-- What people would ask first of a restored database: asked of the snapshot and of the copy, and compared.
SELECT name, value::text FROM (
  SELECT 'submissions' AS name, count(*)::numeric AS value FROM submission
  UNION ALL SELECT 'invoiced', coalesce(sum(comp_ttc), 0) FROM invoice WHERE is_current
  UNION ALL SELECT 'ordered', coalesce(sum(l.qty), 0) FROM sales_order o JOIN sales_order_line l USING (order_id) WHERE o.is_current
  UNION ALL SELECT 'paid', coalesce(sum(amount), 0) FROM payment
  UNION ALL SELECT 'moved', coalesce(sum(qty_base), 0) FROM stock_movement
  UNION ALL SELECT 'counted', count(*) FROM count_line
  UNION ALL SELECT 'lots', count(*) FROM lot
) AS figure ORDER BY name
