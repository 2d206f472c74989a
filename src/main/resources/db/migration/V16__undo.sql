-- Taking a submission back (ops/decisions/0013-undo.md). Nothing is deleted: what goes is marked with the undo that
-- withdrew it, and is no longer current; movements are reversed. The marks have no foreign key: they are written by
-- undos alone, and every row that is copied in would pay for the check.

ALTER TABLE submission
  -- printed in its answer: whoever has it holds that answer, nobody guesses it
  ADD COLUMN reference uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT submission_reference_once UNIQUE,
  -- of an undo: the submission that it takes back
  ADD COLUMN undoes bigint CONSTRAINT submission_undoes REFERENCES submission,
  -- of an undo, and of an UNDONE submission: what stays because something was built upon it since
  ADD COLUMN documents_kept int NOT NULL DEFAULT 0;
CREATE INDEX submission_undoes_of ON submission (undoes) WHERE undoes IS NOT NULL;
ALTER TABLE submission DROP CONSTRAINT submission_has_bytes;
ALTER TABLE submission ADD CONSTRAINT submission_has_bytes
  CHECK (sha256 IS NOT NULL OR status = 'REJECTED' OR undoes IS NOT NULL);

-- An answer that is dropped to undo its submission holds no bytes: it may come again when more can be taken back.
DROP INDEX submission_bytes_once;
CREATE UNIQUE INDEX submission_bytes_once ON submission (sha256)
  WHERE NOT preview AND folder <> 'undo' AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED');

-- What became, or in a preview would become, of each record of the submission.
CREATE TABLE undo_entry (
  undo_id           bigint NOT NULL REFERENCES submission,
  kind              text NOT NULL,
  record_id         bigint NOT NULL,
  document          text,
  sheet             text NOT NULL DEFAULT '',
  row_no            int,
  outcome           text NOT NULL CONSTRAINT undo_entry_outcome
                      CHECK (outcome IN ('WITHDRAWN', 'RESTORED', 'REVERSED', 'KEPT')),
  -- why it is kept, and what was built upon it: a number or an amount, and the submission that brought that
  reason            text,
  reason_submission bigint,
  reason_document   text,
  PRIMARY KEY (undo_id, kind, record_id),
  CONSTRAINT undo_entry_kept_for_a_reason CHECK ((outcome = 'KEPT') = (reason IS NOT NULL))
);
CREATE VIEW v_undo_entry AS SELECT undo_id, kind, record_id, outcome FROM undo_entry;

ALTER TABLE sales_order ADD COLUMN withdrawn_by bigint;
ALTER TABLE invoice
  ADD COLUMN withdrawn_by bigint,
  -- the status before payments moved it: it goes back there when they are taken back
  ADD COLUMN settled_from text;
ALTER TABLE payment ADD COLUMN withdrawn_by bigint;
ALTER TABLE production_batch ADD COLUMN withdrawn_by bigint;
ALTER TABLE lot ADD COLUMN withdrawn_by bigint;
ALTER TABLE count_session ADD COLUMN withdrawn_by bigint;
ALTER TABLE count_line ADD COLUMN withdrawn_by bigint;
ALTER TABLE count_entry ADD COLUMN withdrawn_by bigint;
ALTER TABLE party ADD COLUMN withdrawn_by bigint;
ALTER TABLE product ADD COLUMN withdrawn_by bigint;
ALTER TABLE warehouse ADD COLUMN withdrawn_by bigint;

UPDATE invoice i SET settled_from = 'VALIDATED'
WHERE i.status IN ('PAID', 'PARTIALLY_PAID') AND EXISTS (SELECT FROM payment p WHERE p.invoice_id = i.invoice_id);

-- A number may come again once it was withdrawn.
ALTER TABLE sales_order DROP CONSTRAINT sales_order_identity;
CREATE UNIQUE INDEX sales_order_identity ON sales_order (order_no_norm, revision) WHERE withdrawn_by IS NULL;
ALTER TABLE invoice DROP CONSTRAINT invoice_identity;
CREATE UNIQUE INDEX invoice_identity ON invoice (direction, kind, issuer_id, fiscal_year, invoice_no_norm, revision)
  WHERE withdrawn_by IS NULL;
ALTER TABLE production_batch DROP CONSTRAINT batch_identity;
CREATE UNIQUE INDEX batch_identity ON production_batch (batch_no_norm, revision) WHERE withdrawn_by IS NULL;
ALTER TABLE payment DROP CONSTRAINT payment_once;
CREATE UNIQUE INDEX payment_once ON payment (idempotency_key) WHERE withdrawn_by IS NULL;
DROP INDEX lot_identity;
CREATE UNIQUE INDEX lot_identity ON lot (product_id, lot_code_norm, coalesce(supplier_id, 0)) WHERE withdrawn_by IS NULL;
ALTER TABLE count_session DROP CONSTRAINT count_session_no_once;
CREATE UNIQUE INDEX count_session_no_once ON count_session (session_no_norm) WHERE withdrawn_by IS NULL;
DROP INDEX count_line_identity;
CREATE UNIQUE INDEX count_line_identity ON count_line (session_id, product_id, coalesce(lot_id, 0), bin_code)
  WHERE withdrawn_by IS NULL;
ALTER TABLE count_entry DROP CONSTRAINT count_entry_pkey, DROP CONSTRAINT count_entry_another_person;
CREATE UNIQUE INDEX count_entry_pass ON count_entry (line_id, pass_no) WHERE withdrawn_by IS NULL;
CREATE UNIQUE INDEX count_entry_another_person ON count_entry (line_id, counted_by) WHERE withdrawn_by IS NULL;
CREATE INDEX count_line_submission ON count_line (submission_id);
ALTER TABLE party DROP CONSTRAINT party_party_code_key;
CREATE UNIQUE INDEX party_code_once ON party (party_code) WHERE withdrawn_by IS NULL;
DROP INDEX party_nif_once;
CREATE UNIQUE INDEX party_nif_once ON party (nif)
  WHERE nif IS NOT NULL AND NOT nif_shared AND NOT is_own AND withdrawn_by IS NULL;
ALTER TABLE product DROP CONSTRAINT product_product_code_key;
CREATE UNIQUE INDEX product_code_once ON product (product_code) WHERE withdrawn_by IS NULL;
ALTER TABLE warehouse DROP CONSTRAINT warehouse_code_once;
CREATE UNIQUE INDEX warehouse_code_once ON warehouse (code) WHERE withdrawn_by IS NULL;

-- Records that a file changes, as they were before (modules catalog and stock): the way back.
CREATE TABLE record_change (
  change_id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind                 text NOT NULL CONSTRAINT record_change_kind CHECK (kind IN ('party', 'product')),
  record_id            bigint NOT NULL,
  submission_id        bigint NOT NULL REFERENCES submission,
  former_submission_id bigint,
  before               jsonb NOT NULL,
  withdrawn_by         bigint
);
-- A product with how it is packed.
CREATE FUNCTION product_record(p product) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT to_jsonb(p) || jsonb_build_object('packs', (SELECT jsonb_object_agg(u.uom_code, u.factor_to_base)
                                                     FROM hub.product_uom u WHERE u.product_id = p.product_id)) $$;
CREATE INDEX record_change_of ON record_change (kind, record_id, change_id);
CREATE INDEX record_change_submission ON record_change (submission_id);
CREATE INDEX record_change_former ON record_change (former_submission_id);
CREATE TABLE lot_change (
  change_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lot_id        bigint NOT NULL REFERENCES lot,
  submission_id bigint NOT NULL REFERENCES submission,
  before        jsonb NOT NULL,
  withdrawn_by  bigint
);
CREATE INDEX lot_change_of ON lot_change (lot_id, change_id);
CREATE INDEX lot_change_submission ON lot_change (submission_id);

-- An undo's reversals stand beside the others; the key of each is that of what it takes back, after « undo: ».
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_ref_type_check;
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_ref_type_check
  CHECK (ref_type IN ('MOVEMENT', 'BATCH', 'COUNT', 'UNDO'));

-- A document's number as numbers are compared (decision 0006): one dash stays where punctuation parts digits.
CREATE FUNCTION document_number(no text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT upper(translate(regexp_replace(
    regexp_replace(no, '([0-9])[^[:alnum:]]+(?=[0-9])', E'\\1\x01', 'g'), E'[^[:alnum:]\x01]+', '', 'g'), E'\x01', '-')) $$;

-- Movements that no undo took back; sums over stock_movement are right without this.
CREATE VIEW v_movement_in_force AS
SELECT m.* FROM stock_movement m
WHERE m.ref_type <> 'UNDO'
  AND NOT EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || m.idempotency_key);

CREATE OR REPLACE VIEW v_invoice_paid AS
SELECT c.invoice_id,
       coalesce(c.decl_net, coalesce(c.decl_ttc, c.comp_ttc) + coalesce(c.decl_stamp, 0)) AS owed,
       s.paid, s.stamps
FROM invoice c
CROSS JOIN LATERAL (
  SELECT coalesce(sum(p.amount), 0) AS paid, coalesce(sum(coalesce(p.decl_stamp, p.stamp)), 0) AS stamps
  FROM invoice r JOIN payment p ON p.invoice_id = r.invoice_id AND p.withdrawn_by IS NULL
  WHERE r.direction = c.direction AND r.kind = c.kind AND r.issuer_id = c.issuer_id
    AND r.fiscal_year = c.fiscal_year AND r.invoice_no_norm = c.invoice_no_norm AND r.withdrawn_by IS NULL) s
WHERE c.is_current;

CREATE OR REPLACE VIEW v_posted_document AS
SELECT submission_id, invoice_no AS document FROM invoice WHERE withdrawn_by IS NULL
UNION ALL SELECT submission_id, batch_no FROM production_batch WHERE withdrawn_by IS NULL
UNION ALL SELECT p.submission_id, i.invoice_no FROM payment p JOIN invoice i USING (invoice_id) WHERE p.withdrawn_by IS NULL
UNION ALL SELECT submission_id, product_code FROM product WHERE NOT provisional AND withdrawn_by IS NULL
UNION ALL SELECT submission_id, party_code FROM party WHERE NOT provisional AND withdrawn_by IS NULL;

-- Who uses which record, as far as it is not withdrawn: what is used stays.
CREATE VIEW v_record_use AS
SELECT 'party'::text AS kind, customer_id AS record_id, 'order'::text AS user_kind, order_id AS user_id,
       order_no AS document, submission_id
FROM sales_order WHERE withdrawn_by IS NULL
UNION ALL
SELECT 'party', CASE direction WHEN 'SALE' THEN receiver_id ELSE issuer_id END, 'invoice', invoice_id, invoice_no, submission_id
FROM invoice WHERE withdrawn_by IS NULL
UNION ALL
SELECT 'party', supplier_id, 'lot', lot_id, lot_code, submission_id
FROM lot WHERE withdrawn_by IS NULL AND supplier_id IS NOT NULL
UNION ALL
SELECT 'party', party_id, 'movement', movement_id, ref_no, submission_id
FROM v_movement_in_force WHERE party_id IS NOT NULL
UNION ALL
SELECT 'product', l.product_id, 'order', o.order_id, o.order_no, o.submission_id
FROM sales_order_line l JOIN sales_order o USING (order_id) WHERE o.withdrawn_by IS NULL
UNION ALL
SELECT 'product', l.product_id, 'invoice', i.invoice_id, i.invoice_no, i.submission_id
FROM invoice_line l JOIN invoice i USING (invoice_id) WHERE i.withdrawn_by IS NULL AND l.product_id IS NOT NULL
UNION ALL
SELECT 'product', product_id, 'batch', batch_id, batch_no, submission_id
FROM production_batch WHERE withdrawn_by IS NULL
UNION ALL
SELECT 'product', x.product_id, 'batch', b.batch_id, b.batch_no, b.submission_id
FROM batch_input x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL
UNION ALL
SELECT 'product', x.product_id, 'batch', b.batch_id, b.batch_no, b.submission_id
FROM batch_output x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL
UNION ALL
SELECT 'product', product_id, 'recipe', recipe_id, recipe_code, NULL FROM recipe
UNION ALL
SELECT 'product', product_id, 'lot', lot_id, lot_code, submission_id FROM lot WHERE withdrawn_by IS NULL
UNION ALL
SELECT 'product', product_id, 'movement', movement_id, ref_no, submission_id FROM v_movement_in_force
UNION ALL
SELECT 'product', l.product_id, 'count', l.line_id, s.session_no, l.submission_id
FROM count_line l JOIN count_session s USING (session_id) WHERE l.withdrawn_by IS NULL
UNION ALL
SELECT 'lot', x.lot_id, 'batch', b.batch_id, b.batch_no, b.submission_id
FROM batch_input x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL AND x.lot_id IS NOT NULL
UNION ALL
SELECT 'lot', x.lot_id, 'batch', b.batch_id, b.batch_no, b.submission_id
FROM batch_output x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL AND x.lot_id IS NOT NULL
UNION ALL
SELECT 'lot', t.lot_id, 'batch', b.batch_id, b.batch_no, b.submission_id
FROM quality_test t JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL AND t.lot_id IS NOT NULL
UNION ALL
SELECT 'lot', lot_id, 'movement', movement_id, ref_no, submission_id
FROM v_movement_in_force WHERE lot_id IS NOT NULL
UNION ALL
SELECT 'lot', l.lot_id, 'count', l.line_id, s.session_no, l.submission_id
FROM count_line l JOIN count_session s USING (session_id) WHERE l.withdrawn_by IS NULL AND l.lot_id IS NOT NULL
UNION ALL
SELECT 'count-session', l.session_id, 'count', l.line_id, s.session_no, l.submission_id
FROM count_line l JOIN count_session s USING (session_id) WHERE l.withdrawn_by IS NULL
UNION ALL
SELECT 'warehouse', warehouse_id, 'movement', movement_id, ref_no, submission_id FROM v_movement_in_force
UNION ALL
SELECT 'warehouse', warehouse_id, 'count-session', session_id, session_no, submission_id
FROM count_session WHERE withdrawn_by IS NULL;
