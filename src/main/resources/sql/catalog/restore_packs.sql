-- How restored products are packed is what it was before, unless somebody changed that since.
WITH back AS (
  SELECT DISTINCT ON (c.record_id) c.record_id AS product_id, c.before -> 'packs' AS packs
  FROM v_undo_entry e
  JOIN record_change c ON c.kind = 'product' AND c.record_id = e.record_id AND c.submission_id = :submission
                      AND c.withdrawn_by IS NULL
  JOIN record_change u ON u.kind = 'product' AND u.record_id = e.record_id AND u.submission_id = :undo
  LEFT JOIN LATERAL (SELECT n.before FROM record_change n
                     WHERE n.kind = 'product' AND n.record_id = c.record_id AND n.change_id > c.change_id
                       AND n.submission_id NOT IN (:submission, :undo)
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE e.undo_id = :undo AND e.kind = 'product' AND e.outcome = 'RESTORED'
    AND u.before -> 'packs' = coalesce(n.before, u.before) -> 'packs'
    AND u.before -> 'packs' IS DISTINCT FROM c.before -> 'packs'
  ORDER BY c.record_id, c.change_id),
kept AS (
  SELECT b.product_id, p.key AS uom_code, p.value::numeric AS factor
  FROM back b CROSS JOIN LATERAL jsonb_each_text(nullif(b.packs, 'null')) p),
gone AS (
  DELETE FROM product_uom u USING back b
  WHERE u.product_id = b.product_id
    AND NOT EXISTS (SELECT FROM kept k WHERE k.product_id = u.product_id AND k.uom_code = u.uom_code))
INSERT INTO product_uom (product_id, uom_code, factor_to_base)
SELECT product_id, uom_code, factor FROM kept
ON CONFLICT (product_id, uom_code) DO UPDATE SET factor_to_base = excluded.factor_to_base
