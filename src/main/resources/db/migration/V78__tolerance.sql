-- The tolerance that holds for a product: that of its ABC class before that of its kind, of what is perishable or not before that of both.
CREATE FUNCTION tolerance_of(p_type text, p_perishable boolean, p_abc text) RETURNS SETOF count_tolerance LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT * FROM hub.count_tolerance c
  WHERE coalesce(c.abc_class = p_abc, c.abc_class IS NULL)
    AND coalesce(c.product_type = p_type, true) AND coalesce(c.perishable = p_perishable, true)
    AND (c.abc_class IS NOT NULL OR c.product_type IS NOT NULL)
  ORDER BY c.abc_class IS NOT NULL DESC, c.perishable IS NOT NULL DESC, c.tolerance_id LIMIT 1 $$;

-- Whether a reconciliation wants that line counted again (CNT-009), and nobody did since.
CREATE FUNCTION to_be_recounted(p_line bigint, p_reconciliation bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hub.count_line c
    JOIN hub.reconciliation_finding f ON f.reconciliation_id = p_reconciliation AND f.product_id = c.product_id AND (f.lot_id IS NULL OR f.lot_id = c.lot_id)
    JOIN hub.reconciliation_line l ON l.reconciliation_id = f.reconciliation_id AND l.product_id = f.product_id AND l.lot_id IS NOT DISTINCT FROM f.lot_id
    WHERE c.line_id = p_line AND f.rule_code = 'CNT-009'
      AND l.passes >= (SELECT count(*) FROM hub.count_entry e WHERE e.line_id = c.line_id AND e.withdrawn_by IS NULL)) $$;
