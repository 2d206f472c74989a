-- An invoice that left in several deliveries counts on either side of a cut-off with what left there (decision 0058). Null of runs before,
-- which counted the whole of it or nothing.
ALTER TABLE reconciliation_invoice ADD COLUMN counted_qty numeric(18, 4); -- signed: what is part of I
COMMENT ON COLUMN reconciliation_invoice.counted_qty IS 'part of qty that counts in the window; null: whole where counts (runs before V95)';

-- What else makes more invoiced than shipped in a window: exits of its invoices on other days, and returns that no credit note names; the first
-- five of each.
CREATE FUNCTION shipped_otherwise(p_reconciliation bigint, p_product bigint, p_zone text) RETURNS TABLE (refs text) LANGUAGE sql STABLE AS $$
  WITH span AS (
    SELECT p.window_from, s.cutoff_at, r.known_at
    FROM hub.reconciliation_product p JOIN hub.reconciliation r USING (reconciliation_id) JOIN hub.count_session s USING (session_id)
    WHERE p.reconciliation_id = p_reconciliation AND p.product_id = p_product),
  exit AS (
    SELECT v.invoice_no || ' → ' || m.ref_no || ' (' || to_char(min(m.effective_at) AT TIME ZONE p_zone, 'DD/MM/YYYY') || ')' AS ref, min(m.effective_at) AS at
    FROM span JOIN hub.reconciliation_invoice i ON i.reconciliation_id = p_reconciliation AND i.product_id = p_product AND i.counts AND i.qty > 0
    JOIN hub.invoice v USING (invoice_id)
    JOIN hub.stock_movement m ON m.product_id = p_product AND m.origin = 'VENTE' AND m.recorded_at <= span.known_at
      AND hub.document_number(m.ref_no) = ANY (hub.delivery_numbers(v.delivery_no) || hub.document_number(v.invoice_no))
    WHERE m.effective_at > span.cutoff_at OR m.effective_at <= span.window_from
    GROUP BY v.invoice_no, m.ref_no ORDER BY at LIMIT 5),
  back AS (
    SELECT m.ref_no AS ref, min(m.effective_at) AS at
    FROM span JOIN hub.stock_movement m ON m.product_id = p_product AND m.origin = 'RETOUR_CLIENT' AND m.recorded_at <= span.known_at
      AND m.effective_at > coalesce(span.window_from, '-infinity') AND m.effective_at <= span.cutoff_at
    WHERE NOT EXISTS (SELECT FROM hub.stock_movement o WHERE o.reverses_id = m.movement_id)
      AND NOT EXISTS (
        SELECT FROM hub.invoice v JOIN hub.invoice_line l USING (invoice_id)
        WHERE v.kind = 'CREDIT_NOTE' AND v.direction = 'SALE' AND v.is_current AND v.withdrawn_by IS NULL AND l.product_id = p_product
          AND (v.invoice_no_norm = hub.document_number(m.ref_no) OR hub.document_number(m.ref_no) = ANY (hub.delivery_numbers(v.delivery_no))))
    GROUP BY m.ref_no ORDER BY at LIMIT 5)
  SELECT string_agg(ref, ', ' ORDER BY at) FROM (SELECT * FROM exit UNION ALL SELECT * FROM back) told $$;

-- Of a recount on another day than the cut-off's, whose sheet gives the date alone, nobody knows what had moved by then (CNT-026).
ALTER TABLE count_entry ADD COLUMN hour_told boolean NOT NULL DEFAULT true;
