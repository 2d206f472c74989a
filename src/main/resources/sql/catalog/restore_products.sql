-- Every field that the submission changed and nobody since.
UPDATE product r
SET product_code = f.product_code, name = f.name, name_norm = f.name_norm, product_type = f.product_type,
    base_uom = f.base_uom, vat_rate = f.vat_rate, gtin = f.gtin, shelf_life_days = f.shelf_life_days,
    lot_tracked = f.lot_tracked, catch_weight = f.catch_weight, perishable = f.perishable, abc_class = f.abc_class, nominal_weight_kg = f.nominal_weight_kg, active = f.active,
    provisional = f.provisional, submission_id = f.submission_id,
    source_sheet = f.source_sheet, source_row = f.source_row
FROM (
  SELECT DISTINCT ON (c.record_id) c.record_id, c.before, j.now, coalesce(n.before, j.now) AS after
  FROM v_undo_entry e
  JOIN record_change c ON c.kind = 'product' AND c.record_id = e.record_id AND c.submission_id = :submission
                      AND c.withdrawn_by IS NULL
  JOIN product r ON r.product_id = c.record_id
  CROSS JOIN LATERAL (SELECT product_record(r) AS now) j
  LEFT JOIN LATERAL (SELECT n.before FROM record_change n
                     WHERE n.kind = 'product' AND n.record_id = c.record_id AND n.change_id > c.change_id
                       AND n.submission_id NOT IN (:submission, :undo)
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE e.undo_id = :undo AND e.kind = 'product' AND e.outcome = 'RESTORED'
  ORDER BY c.record_id, c.change_id) c
CROSS JOIN LATERAL (
  SELECT c.now || coalesce(jsonb_object_agg(b.key, b.value), '{}') AS record FROM jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key AND c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) j
CROSS JOIN LATERAL jsonb_populate_record(NULL::product, j.record) f
WHERE r.product_id = c.record_id
