-- Pieces beside the weight (catch weight): movements say both, as counts do.
CREATE OR REPLACE VIEW v_api_movement WITH (security_invoker = true) AS
SELECT m.movement_id AS id, document_number(m.ref_no) AS number, 1 AS revision, true AS is_current,
  m.recorded_at AS updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', m.movement_id::text, 'effectiveAt', api_moment(m.effective_at), 'origin', m.origin, 'status', 'POSTED',
    'direction', CASE WHEN m.qty_base > 0 THEN 'IN' ELSE 'OUT' END, 'product', p.product_code, 'productName', p.name,
    'quantity', api_number(abs(m.qty_base)), 'unit', p.base_uom, 'pieces', api_number(abs(m.pieces)), 'lot', l.lot_code, 'warehouse', w.code,
    'unitCost', api_number(m.unit_cost), 'reference', m.ref_no, 'referenceLine', m.ref_line,
    'reversesReference', r.ref_no, 'reason', m.reason_code, 'enteredBy', m.entered_by,
    'party', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
    'submissionId', m.submission_id::text, 'updatedAt', api_moment(m.recorded_at))) AS document
FROM stock_movement m JOIN product p USING (product_id)
JOIN warehouse w USING (warehouse_id) LEFT JOIN lot l USING (lot_id) LEFT JOIN party c ON c.party_id = m.party_id
LEFT JOIN stock_movement r ON r.movement_id = m.reverses_id
WHERE m.ref_type <> 'UNDO'
  AND NOT EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || m.idempotency_key);

-- Stock with its pieces.
CREATE OR REPLACE VIEW v_stock AS
SELECT product_id, warehouse_id, lot_id, sum(qty_base) AS qty, sum(value) AS value, max(effective_at) AS last_move, sum(pieces) AS pieces
FROM stock_movement GROUP BY product_id, warehouse_id, lot_id;

-- A reconciliation values what came since, too: several valuations of one date and attempt.
ALTER TABLE stock_valuation DROP CONSTRAINT stock_valuation_once;

-- What a workbook asks for each product.
CREATE INDEX reconciliation_finding_product ON reconciliation_finding (reconciliation_id, product_id);
