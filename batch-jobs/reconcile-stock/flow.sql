-- What the warehouse's stock of each counted product did in its window, by origin, where a reversal counts as what it takes back.
WITH span AS MATERIALIZED (
  SELECT p.reconciliation_id, p.product_id, p.window_from, s.cutoff_at, greatest(s.cutoff_at, l.counted_at) AS until
  FROM reconciliation r JOIN count_session s USING (session_id) JOIN reconciliation_product p USING (reconciliation_id)
  JOIN (SELECT product_id, max(counted_at) AS counted_at FROM reconciliation_line
        WHERE reconciliation_id = :reconciliation_id GROUP BY 1) l USING (product_id)
  WHERE r.reconciliation_id = :reconciliation_id),
flow AS (
  SELECT s.reconciliation_id, s.product_id,
         sum(m.qty_base) FILTER (WHERE o.before OR (o.inside AND o.origin = 'OPENING')) AS opening,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'RECEPTION') AS received,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'PRODUCTION_IN') AS produced,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'RETOUR_CLIENT') AS returned,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'PRODUCTION_OUT') AS consumed,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'VENTE') AS sold,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'RETOUR_FOURNISSEUR') AS sent_back,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'PERTE') AS lost,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'TRANSFER') AS transferred,
         sum(m.qty_base) FILTER (WHERE o.inside AND o.origin = 'INVENTAIRE') AS adjusted,
         sum(m.qty_base) FILTER (WHERE o.before OR o.inside) AS book, count(*) FILTER (WHERE NOT o.before) AS movements
  FROM reconciliation r JOIN count_session n USING (session_id)
  JOIN stock_movement m ON m.warehouse_id = n.warehouse_id AND m.recorded_at <= r.known_at
  JOIN span s ON s.product_id = m.product_id AND m.effective_at <= s.until
  LEFT JOIN v_reversed_origin v USING (movement_id)
  CROSS JOIN LATERAL (
    SELECT coalesce(v.origin, m.origin) AS origin, m.effective_at <= s.window_from AS before,
           m.effective_at > s.window_from AND m.effective_at <= s.cutoff_at AS inside) o
  WHERE r.reconciliation_id = :reconciliation_id
  GROUP BY 1, 2)
UPDATE reconciliation_product p SET
  opening_qty = coalesce(f.opening, 0), received_qty = coalesce(f.received, 0), produced_qty = coalesce(f.produced, 0),
  returned_qty = coalesce(f.returned, 0), consumed_qty = coalesce(f.consumed, 0), sold_qty = coalesce(f.sold, 0),
  sent_back_qty = coalesce(f.sent_back, 0), lost_qty = coalesce(f.lost, 0), transferred_qty = coalesce(f.transferred, 0),
  adjusted_qty = coalesce(f.adjusted, 0), book_qty = coalesce(f.book, 0), movements = f.movements
FROM flow f WHERE p.reconciliation_id = f.reconciliation_id AND p.product_id = f.product_id
