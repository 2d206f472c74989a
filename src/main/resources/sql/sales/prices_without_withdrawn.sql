-- Where a remembered price is one of those that go: the latest that are left.
WITH gone AS (
  SELECT DISTINCT p.product_id, p.direction, p.tenant
  FROM v_undo_entry e
  JOIN invoice w ON w.invoice_id = e.record_id
  JOIN invoice_line l ON l.invoice_id = w.invoice_id
  JOIN product_price p ON p.product_id = l.product_id AND p.direction = w.direction AND p.tenant = w.tenant
                      AND l.unit_price_ht = ANY (p.recent)
  WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome <> 'KEPT'),
left_over AS (
  SELECT g.product_id, g.direction, g.tenant, max(i.invoice_date) AS invoice_date,
         (array_agg(l.unit_price_ht ORDER BY i.invoice_date DESC, i.invoice_id DESC, l.line_no DESC))[1 : 5] AS recent
  FROM gone g
  JOIN invoice_line l ON l.product_id = g.product_id AND l.unit_price_ht > 0
  JOIN invoice i ON i.invoice_id = l.invoice_id AND i.direction = g.direction AND i.tenant = g.tenant
                AND i.is_current
  GROUP BY g.product_id, g.direction, g.tenant),
updated AS (
  UPDATE product_price p SET unit_price_ht = o.recent[1], price_date = o.invoice_date, recent = o.recent
  FROM left_over o WHERE p.product_id = o.product_id AND p.direction = o.direction AND p.tenant = o.tenant
  RETURNING p.product_id, p.direction)
DELETE FROM product_price p USING gone g
WHERE p.product_id = g.product_id AND p.direction = g.direction AND p.tenant = g.tenant
  AND NOT EXISTS (SELECT FROM left_over o WHERE o.product_id = g.product_id AND o.direction = g.direction
                  AND o.tenant = g.tenant)
