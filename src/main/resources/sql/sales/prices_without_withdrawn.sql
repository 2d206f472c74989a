-- Where the remembered price is one of those that go: the latest that is left.
WITH gone AS (
  SELECT DISTINCT p.product_id, p.direction
  FROM v_undo_entry e
  JOIN invoice w ON w.invoice_id = e.record_id
  JOIN invoice_line l ON l.invoice_id = w.invoice_id
  JOIN product_price p ON p.product_id = l.product_id AND p.direction = w.direction
                      AND p.price_date = w.invoice_date AND p.unit_price_ht = l.unit_price_ht
  WHERE e.undo_id = :undo AND e.kind = 'invoice' AND e.outcome <> 'KEPT'),
left_over AS (
  SELECT DISTINCT ON (g.product_id, g.direction) g.product_id, g.direction, l.unit_price_ht, i.invoice_date
  FROM gone g
  JOIN invoice_line l ON l.product_id = g.product_id AND l.unit_price_ht > 0
  JOIN invoice i ON i.invoice_id = l.invoice_id AND i.direction = g.direction AND i.is_current
  ORDER BY g.product_id, g.direction, i.invoice_date DESC, i.invoice_id DESC, l.line_no DESC),
updated AS (
  UPDATE product_price p SET unit_price_ht = o.unit_price_ht, price_date = o.invoice_date
  FROM left_over o WHERE p.product_id = o.product_id AND p.direction = o.direction
  RETURNING p.product_id, p.direction)
DELETE FROM product_price p USING gone g
WHERE p.product_id = g.product_id AND p.direction = g.direction
  AND NOT EXISTS (SELECT FROM left_over o WHERE o.product_id = g.product_id AND o.direction = g.direction)
