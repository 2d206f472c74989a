-- What partners' programs read of documents (module partner, decision 0033). A view each, all of the same columns; the
-- property names are those of the contract, so that what was posted can be read back. Views and functions look with the rights
-- of whoever asks: a partner sees its own (decision 0031). What was there before this version counts as changed now.

ALTER TABLE sales_order ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE invoice ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE payment ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE production_batch ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE count_session ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
-- Not now(): a moment after the transaction took the posting lock, which v_posting_horizon relies upon.
ALTER TABLE sales_order ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
ALTER TABLE invoice ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
ALTER TABLE payment ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
ALTER TABLE production_batch ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
ALTER TABLE count_session ALTER COLUMN updated_at SET DEFAULT clock_timestamp();

CREATE INDEX sales_order_updated ON sales_order (updated_at, order_id) WHERE is_current;
CREATE INDEX invoice_updated ON invoice (updated_at, invoice_id) WHERE is_current;
CREATE INDEX payment_updated ON payment (updated_at, payment_id) WHERE withdrawn_by IS NULL;
CREATE INDEX production_batch_updated ON production_batch (updated_at, batch_id) WHERE is_current;
CREATE INDEX count_session_updated ON count_session (updated_at, session_id) WHERE withdrawn_by IS NULL;
CREATE INDEX stock_movement_recorded ON stock_movement (recorded_at, movement_id);
-- A partner's few among the company's many; these cost the company's files nothing.
CREATE INDEX sales_order_partner ON sales_order (tenant, updated_at, order_id) WHERE is_current AND tenant <> 'hub';
CREATE INDEX invoice_partner ON invoice (tenant, updated_at, invoice_id) WHERE is_current AND tenant <> 'hub';
CREATE INDEX payment_partner ON payment (tenant, updated_at, payment_id) WHERE withdrawn_by IS NULL AND tenant <> 'hub';
CREATE INDEX production_batch_partner ON production_batch (tenant, updated_at, batch_id) WHERE is_current AND tenant <> 'hub';
CREATE INDEX count_session_partner ON count_session (tenant, updated_at, session_id)
  WHERE withdrawn_by IS NULL AND tenant <> 'hub';
CREATE INDEX stock_movement_partner ON stock_movement (tenant, recorded_at, movement_id) WHERE tenant <> 'hub';

-- A revision that is in force again, and a status that payments moved, are changes too.
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;
CREATE TRIGGER sales_order_touch BEFORE UPDATE OF is_current, status ON sales_order FOR EACH ROW
  WHEN (NEW.is_current AND (NOT OLD.is_current OR NEW.status <> OLD.status)) EXECUTE FUNCTION touch();
CREATE TRIGGER invoice_touch BEFORE UPDATE OF is_current, status ON invoice FOR EACH ROW
  WHEN (NEW.is_current AND (NOT OLD.is_current OR NEW.status <> OLD.status)) EXECUTE FUNCTION touch();
CREATE TRIGGER production_batch_touch BEFORE UPDATE OF is_current, status ON production_batch FOR EACH ROW
  WHEN (NEW.is_current AND (NOT OLD.is_current OR NEW.status <> OLD.status)) EXECUTE FUNCTION touch();

-- A session changes with what is counted in it.
CREATE FUNCTION touch_count_session() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE hub.count_session SET updated_at = clock_timestamp()
  WHERE session_id IN (SELECT l.session_id FROM changed c JOIN hub.count_line l USING (line_id));
  RETURN NULL;
END $$;
CREATE TRIGGER count_entry_touch AFTER INSERT ON count_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_count_session();
CREATE TRIGGER count_entry_touch_again AFTER UPDATE ON count_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_count_session();

-- Every change before this moment is committed or never will be: whoever posts holds the posting lock from before its first
-- change to its commit, and began before it took it. The function sees all sessions, whoever asks; what it looks at is no
-- more than when they began.
CREATE FUNCTION posting_horizon() RETURNS timestamptz LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  looked timestamptz := clock_timestamp();
BEGIN
  RETURN least(looked, (
    SELECT min(a.xact_start)
    FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND a.datname = current_database()
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid = (112111115116 >> 32)::oid AND l.objid = (112111115116 & 4294967295)::oid
      AND l.pid <> pg_backend_pid()));
END $$;

-- As the contract writes them.
CREATE FUNCTION api_number(n numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT trim_scale(n)::text $$;
CREATE FUNCTION api_moment(t timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
-- A time of the house's own clock.
CREATE FUNCTION api_moment(t timestamp) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT hub.api_moment(t AT TIME ZONE coalesce(nullif(current_setting('hub.zone', true), ''), 'Africa/Algiers')) $$;

CREATE VIEW v_api_order WITH (security_invoker = true) AS
SELECT o.order_id AS id, o.order_no_norm AS number, o.revision, o.is_current, o.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', o.order_id::text, 'number', o.order_no, 'revision', o.revision, 'status', o.status,
    'date', o.order_date, 'requestedDate', o.requested_date,
    'customer', jsonb_build_object('code', c.party_code, 'name', c.name, 'nif', c.nif),
    'customerReference', o.customer_ref, 'cancelReason', o.cancel_reason, 'salesperson', o.salesperson, 'note', o.note,
    'totalHt', api_number(o.decl_total_ht), 'totalTtc', api_number(o.decl_total_ttc),
    'totals', jsonb_build_object('ht', o.comp_total_ht::text, 'vat', (o.comp_total_ttc - o.comp_total_ht)::text,
                                 'ttc', o.comp_total_ttc::text),
    'lines', (SELECT jsonb_agg(jsonb_build_object(
        'product', p.product_code, 'description', coalesce(l.description, p.name), 'quantity', api_number(l.qty),
        'unit', l.uom_code, 'unitPriceHt', api_number(l.unit_price_ht),
        'discountPercent', api_number(nullif(l.discount_pct, 0)),
        'discountAmount', CASE WHEN l.discount_pct = 0 THEN api_number(nullif(l.discount_amount, 0)) END,
        'vatRate', api_number(l.vat_rate), 'lineHt', l.line_ht::text, 'requestedDate', l.requested_date) ORDER BY l.line_no)
      FROM sales_order_line l JOIN product p USING (product_id) WHERE l.order_id = o.order_id),
    'submissionId', o.submission_id::text, 'updatedAt', api_moment(o.updated_at))) AS document
FROM sales_order o JOIN party c ON c.party_id = o.customer_id
WHERE o.withdrawn_by IS NULL;

CREATE VIEW v_api_invoice WITH (security_invoker = true) AS
SELECT i.invoice_id AS id, i.invoice_no_norm AS number, i.revision, i.is_current, i.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', i.invoice_id::text, 'number', i.invoice_no, 'revision', i.revision, 'direction', i.direction, 'kind', i.kind,
    'status', i.status, 'date', i.invoice_date, 'dueDate', i.due_date,
    'party', jsonb_build_object('code', c.party_code, 'name', c.name, 'nif', c.nif, 'nis', c.nis, 'rc', c.rc, 'ai', c.ai,
                                'address', c.address),
    'orderNumber', i.order_no, 'deliveryNumber', i.delivery_no, 'originalNumber', i.original_invoice_no,
    'paymentMethod', i.payment_method, 'globalDiscount', api_number(nullif(i.global_discount, 0)),
    'totalHt', api_number(i.decl_ht), 'totalVat', api_number(i.decl_vat), 'totalTtc', api_number(i.decl_ttc),
    'stamp', api_number(i.decl_stamp), 'netToPay', api_number(i.decl_net),
    'totals', jsonb_build_object('ht', i.comp_ht::text, 'vat', i.comp_vat::text, 'ttc', i.comp_ttc::text,
                                 'stamp', i.comp_stamp::text, 'net', i.comp_net::text),
    'lines', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'product', coalesce(p.product_code, l.raw_product_code), 'description', l.description,
        'quantity', api_number(l.qty), 'unit', l.uom_code, 'unitPriceHt', api_number(l.unit_price_ht),
        'discountPercent', api_number(nullif(l.discount_pct, 0)),
        'discountAmount', CASE WHEN l.discount_pct = 0 THEN api_number(nullif(l.discount_amount, 0)) END,
        'vatRate', api_number(l.vat_rate), 'lineHt', l.line_ht::text, 'lot', l.lot_code) ORDER BY l.line_no)
      FROM invoice_line l LEFT JOIN product p USING (product_id) WHERE l.invoice_id = i.invoice_id), '[]'::jsonb),
    'submissionId', i.submission_id::text, 'updatedAt', api_moment(i.updated_at))) AS document
FROM invoice i
JOIN party c ON c.party_id = CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END
WHERE i.withdrawn_by IS NULL;

CREATE VIEW v_api_payment WITH (security_invoker = true) AS
SELECT p.payment_id AS id, i.invoice_no_norm AS number, 1 AS revision, true AS is_current, p.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', p.payment_id::text, 'invoiceNumber', i.invoice_no, 'invoiceDate', i.invoice_date, 'direction', i.direction,
    'status', 'POSTED', 'date', p.paid_on, 'amount', api_number(p.amount), 'method', p.method, 'reference', p.reference,
    'stamp', api_number(nullif(coalesce(p.decl_stamp, p.stamp), 0)),
    'party', jsonb_build_object('code', c.party_code, 'name', c.name),
    'submissionId', p.submission_id::text, 'updatedAt', api_moment(p.updated_at))) AS document
FROM payment p JOIN invoice i USING (invoice_id)
JOIN party c ON c.party_id = CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END
WHERE p.withdrawn_by IS NULL;

CREATE VIEW v_api_batch WITH (security_invoker = true) AS
SELECT b.batch_id AS id, b.batch_no_norm AS number, b.revision, b.is_current, b.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', b.batch_id::text, 'number', b.batch_no, 'revision', b.revision, 'status', b.status, 'madeOn', b.made_on,
    'startedAt', api_moment(b.started_at), 'endedAt', api_moment(b.ended_at),
    'recipe', coalesce(b.recipe_text, r.recipe_code), 'operator', b.operator,
    'quantityPlanned', api_number(b.qty_planned), 'quantityProduced', api_number(b.qty_produced), 'unit', b.uom_code,
    'milkLitres', api_number(b.milk_litres), 'milkFatPercent', api_number(b.milk_fat_pct),
    'milkProteinPercent', api_number(b.milk_protein_pct), 'lossKg', api_number(b.loss_kg), 'lossReason', b.loss_reason,
    'yieldPercent', api_number(coalesce(b.decl_yield_pct, b.comp_yield_pct)),
    'ripeningStart', b.ripening_start, 'ripeningEnd', b.ripening_end, 'cellar', b.cellar_code,
    'quality', b.quality_status, 'note', b.note,
    'measures', (SELECT jsonb_object_agg(n.name, api_number(t.value_num))
      FROM quality_test t JOIN (VALUES
          ('LAIT', 'pH', 'phMilk'), ('CAILLE', 'pH', 'phCurd'), ('DEMOULAGE', 'pH', 'phDemoulding'), ('24H', 'pH', 'ph24h'),
          ('FINAL', 'pH', 'phFinal'), ('FABRICATION', 'pH', 'ph'), ('LAIT', 'T', 'temperatureMilk'),
          ('CUVE', 'T', 'temperatureVat'), ('EMPRESURAGE', 'T', 'temperatureRennet'), ('FONTE', 'T', 'temperatureMelting'),
          ('FABRICATION', 'T', 'temperature'), ('FABRICATION', 'ACIDITE', 'dornic')) AS n (stage, parameter, name)
        USING (stage, parameter)
      WHERE t.batch_id = b.batch_id AND t.value_num IS NOT NULL),
    'outputs', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'product', p.product_code, 'productName', p.name, 'lot', l.lot_code, 'quantity', api_number(x.qty),
        'unit', x.uom_code, 'weightKg', api_number(x.weight_kg), 'useBy', l.dlc, 'bestBefore', l.ddm)
        ORDER BY x.line_no)
      FROM batch_output x JOIN product p USING (product_id) LEFT JOIN lot l USING (lot_id)
      WHERE x.batch_id = b.batch_id), '[]'::jsonb),
    'inputs', (SELECT jsonb_agg(jsonb_build_object(
        'product', p.product_code, 'productName', p.name, 'lot', l.lot_code, 'quantityPlanned', api_number(x.qty_planned),
        'quantity', api_number(x.qty_used), 'unit', x.uom_code, 'unitCost', api_number(x.unit_cost)) ORDER BY x.line_no)
      FROM batch_input x JOIN product p USING (product_id) LEFT JOIN lot l USING (lot_id)
      WHERE x.batch_id = b.batch_id),
    'submissionId', b.submission_id::text, 'updatedAt', api_moment(b.updated_at))) AS document
FROM production_batch b LEFT JOIN recipe r USING (recipe_id)
WHERE b.withdrawn_by IS NULL;

-- Each pass over a line stands as a line of its own.
CREATE VIEW v_api_count WITH (security_invoker = true) AS
SELECT n.session_id AS id, n.session_no_norm AS number, 1 AS revision, true AS is_current, n.updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', n.session_id::text, 'session', n.session_no, 'status', n.status, 'countedAt', api_moment(n.cutoff_at),
    'warehouse', w.code,
    'lines', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'product', p.product_code, 'productName', p.name, 'lot', t.lot_code, 'bin', nullif(l.bin_code, ''),
        'pass', e.pass_no, 'quantity', api_number(e.qty), 'pieces', api_number(e.pieces), 'unit', p.base_uom,
        'bestBefore', coalesce(t.dlc, t.ddm), 'countedBy', e.counted_by, 'countedAt', api_moment(e.counted_at),
        'note', e.note) ORDER BY l.line_id, e.pass_no)
      FROM count_line l JOIN count_entry e ON e.line_id = l.line_id AND e.withdrawn_by IS NULL
        JOIN product p ON p.product_id = l.product_id LEFT JOIN lot t ON t.lot_id = l.lot_id
      WHERE l.session_id = n.session_id AND l.withdrawn_by IS NULL), '[]'::jsonb),
    'submissionId', n.submission_id::text, 'updatedAt', api_moment(n.updated_at))) AS document
FROM count_session n JOIN warehouse w USING (warehouse_id)
WHERE n.withdrawn_by IS NULL;

-- In force: neither taken back by an undo nor an undo's own entry. An entry that another one reverses stays.
CREATE VIEW v_api_movement WITH (security_invoker = true) AS
SELECT m.movement_id AS id, document_number(m.ref_no) AS number, 1 AS revision, true AS is_current,
  m.recorded_at AS updated_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', m.movement_id::text, 'effectiveAt', api_moment(m.effective_at), 'origin', m.origin, 'status', 'POSTED',
    'direction', CASE WHEN m.qty_base > 0 THEN 'IN' ELSE 'OUT' END, 'product', p.product_code, 'productName', p.name,
    'quantity', api_number(abs(m.qty_base)), 'unit', p.base_uom, 'lot', l.lot_code, 'warehouse', w.code,
    'unitCost', api_number(m.unit_cost), 'reference', m.ref_no, 'referenceLine', m.ref_line,
    'reversesReference', r.ref_no, 'reason', m.reason_code, 'enteredBy', m.entered_by,
    'party', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
    'submissionId', m.submission_id::text, 'updatedAt', api_moment(m.recorded_at))) AS document
FROM stock_movement m JOIN product p USING (product_id)
JOIN warehouse w USING (warehouse_id) LEFT JOIN lot l USING (lot_id) LEFT JOIN party c ON c.party_id = m.party_id
LEFT JOIN stock_movement r ON r.movement_id = m.reverses_id
WHERE m.ref_type <> 'UNDO'
  AND NOT EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || m.idempotency_key);

-- Lots, where they come from, what became of them and who got it.
ALTER VIEW v_lot_edge SET (security_invoker = true);
CREATE INDEX invoice_line_lot ON invoice_line (document_number(lot_code)) WHERE lot_code IS NOT NULL;

CREATE VIEW v_api_lot WITH (security_invoker = true) AS
SELECT l.lot_id AS id, l.lot_code_norm AS number, l.lot_code AS code, l.product_id, p.product_code, p.base_uom,
  jsonb_strip_nulls(jsonb_build_object(
    'id', l.lot_id::text, 'code', l.lot_code, 'product', p.product_code, 'productName', p.name, 'status', l.status,
    'supplier', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
    'madeOn', l.made_on, 'receivedOn', l.received_on, 'useBy', l.dlc, 'bestBefore', l.ddm)) AS document
FROM lot l JOIN product p USING (product_id)
LEFT JOIN party c ON c.party_id = l.supplier_id
WHERE l.withdrawn_by IS NULL;

-- The way of a lot, the nearest first, without the lot itself.
CREATE FUNCTION api_trace(p_lot bigint, p_dir text) RETURNS TABLE (document jsonb) LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('depth', t.depth, 'lot', l.document, 'via', v.code, 'batch', b.batch_no))
  FROM hub.trace_lot(p_lot, p_dir) t
  JOIN hub.v_api_lot l ON l.id = t.lot_id
  LEFT JOIN hub.v_api_lot v ON v.id = t.via_lot_id
  LEFT JOIN hub.production_batch b ON b.batch_id = t.via_batch_id
  WHERE t.depth > 0
  ORDER BY t.depth, t.lot_id $$;

-- A recall: the lots made of it, what lies where, who got it by the ledger (returns and reversals netted), and who by
-- invoices that name a lot (credit notes negative). Quantities in the product's base unit, of invoices in their own.
CREATE FUNCTION api_recall(p_lot bigint) RETURNS TABLE (section text, document jsonb) LANGUAGE sql STABLE AS $$
  WITH f AS (
    SELECT t.depth, l.* FROM hub.trace_lot(p_lot, 'FORWARD') t
    JOIN hub.v_api_lot l ON l.id = t.lot_id),
  m AS (
    SELECT f.code, f.product_code, f.base_uom, f.depth, m.*,
           coalesce(r.origin, m.origin) IN ('VENTE', 'RETOUR_CLIENT') AS sale, coalesce(m.party_id, r.party_id) AS customer_id
    FROM f JOIN hub.stock_movement m ON m.product_id = f.product_id AND m.lot_id = f.id
    LEFT JOIN hub.stock_movement r ON r.movement_id = m.reverses_id)
  (SELECT 'affected', jsonb_build_object('depth', f.depth, 'lot', f.document) FROM f ORDER BY f.depth, f.id)
  UNION ALL
  SELECT 'stock', jsonb_build_object('lot', m.code, 'product', m.product_code, 'warehouse', w.code,
                                     'quantity', hub.api_number(sum(m.qty_base)), 'unit', m.base_uom)
  FROM m JOIN hub.warehouse w USING (warehouse_id)
  GROUP BY m.code, m.product_code, m.base_uom, m.depth, w.code HAVING sum(m.qty_base) <> 0
  UNION ALL
  SELECT 'received', jsonb_strip_nulls(jsonb_build_object(
           'lot', m.code, 'product', m.product_code, 'reference', max(m.ref_no),
           'customer', CASE WHEN c.party_id IS NOT NULL THEN jsonb_build_object('code', c.party_code, 'name', c.name) END,
           'firstAt', hub.api_moment(min(m.effective_at)), 'quantity', hub.api_number(-sum(m.qty_base)), 'unit', m.base_uom))
  FROM m LEFT JOIN hub.party c ON c.party_id = m.customer_id
  WHERE m.sale
  GROUP BY m.code, m.product_code, m.base_uom, m.depth, c.party_id, c.party_code, c.name,
           CASE WHEN m.reverses_id IS NULL THEN m.ref_no
                ELSE (SELECT r.ref_no FROM hub.stock_movement r WHERE r.movement_id = m.reverses_id) END
  HAVING sum(m.qty_base) <> 0
  UNION ALL
  SELECT 'invoiced', jsonb_build_object(
           'lot', f.code, 'product', f.product_code, 'invoice', i.invoice_no, 'kind', i.kind, 'date', i.invoice_date,
           'customer', jsonb_build_object('code', c.party_code, 'name', c.name),
           'quantity', hub.api_number(sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty ELSE l.qty END)),
           'unit', coalesce(l.uom_code, f.base_uom))
  FROM f JOIN hub.invoice_line l ON l.lot_code IS NOT NULL AND hub.document_number(l.lot_code) = f.number
                                AND l.product_id = f.product_id
  JOIN hub.invoice i USING (invoice_id) JOIN hub.party c ON c.party_id = i.receiver_id
  WHERE i.direction = 'SALE' AND i.is_current AND i.withdrawn_by IS NULL AND i.kind IN ('INVOICE', 'CREDIT_NOTE')
    AND i.status NOT IN ('DRAFT', 'CANCELLED')
  GROUP BY f.code, f.product_code, i.invoice_id, c.party_code, c.name, l.uom_code, f.base_uom $$;

-- Submissions as programs are told of them.
CREATE INDEX submission_partner ON submission (tenant, id) WHERE tenant <> 'hub';
CREATE VIEW v_api_submission WITH (security_invoker = true) AS
SELECT s.id, s.status, s.feed, s.received_at, s.direct, s.acknowledged_at, s.finished_at,
  jsonb_strip_nulls(jsonb_build_object(
    'id', s.id::text, 'name', s.original_name, 'channel', s.channel, 'folder', s.folder, 'feed', coalesce(s.feed, s.wanted_feed),
    'status', s.status, 'dryRun', s.preview, 'client', s.client, 'size', s.byte_size, 'sha256', s.sha256,
    'duplicateOf', s.duplicate_of::text, 'undoes', s.undoes::text,
    'receivedAt', api_moment(s.received_at), 'finishedAt', api_moment(s.finished_at),
    'rowsRead', s.rows_read, 'rowsPosted', s.rows_posted, 'rowsRefused', s.rows_refused,
    'created', s.documents_created, 'revised', s.documents_revised, 'unchanged', s.documents_unchanged,
    'rejected', s.documents_rejected, 'kept', s.documents_kept,
    'totals', jsonb_build_object('ht', s.total_ht::text, 'vat', s.total_vat::text, 'ttc', s.total_ttc::text))) AS document
FROM submission s;

CREATE VIEW v_api_finding WITH (security_invoker = true) AS
SELECT f.id, f.submission_id, s.direct, f.document, f.sheet, f.row_no, f.column_name, f.rule_code, f.severity,
       f.value, f.params::text AS params
FROM finding f JOIN submission s ON s.id = f.submission_id;

GRANT SELECT ON v_api_order, v_api_invoice, v_api_payment, v_api_batch, v_api_count, v_api_movement, v_api_lot,
  v_api_submission, v_api_finding TO hub_partner;
