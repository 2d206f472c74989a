-- A partner's transactions see and change the partner's rows alone (decision 0031). They run as role hub_partner with the
-- tenant in hub.tenant (platform.Tenancy); everybody else is the company, which sees all.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_partner') THEN
    CREATE ROLE hub_partner NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another hub of this server has just made it
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'role hub_partner is missing and % may not create it', current_user
      USING HINT = format('CREATE ROLE hub_partner NOLOGIN NOINHERIT; GRANT hub_partner TO %I', current_user);
END $$;
DO $$ BEGIN
  IF (SELECT rolsuper OR rolbypassrls OR rolcanlogin FROM pg_roles WHERE rolname = 'hub_partner') THEN
    RAISE EXCEPTION 'role hub_partner must be NOLOGIN NOSUPERUSER NOBYPASSRLS';
  END IF;
  IF NOT pg_has_role(current_user, 'hub_partner', 'MEMBER') THEN
    EXECUTE format('GRANT hub_partner TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION '% is no member of role hub_partner', current_user
    USING HINT = format('GRANT hub_partner TO %I', current_user);
END $$;

-- Whose the rows are that this transaction writes; nobody named is the company.
CREATE FUNCTION current_tenant() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('hub.tenant', true), ''), 'hub') $$;

-- Forces the policies of a table: the company, and those who may read everything, see all of it; a partner sees what
-- p_rule says, and nothing while no tenant is set.
CREATE PROCEDURE part_by(p_table regclass, p_rule text, p_rights text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', p_table);
  EXECUTE format('CREATE POLICY house ON %s TO CURRENT_USER, pg_read_all_data USING (true) WITH CHECK (true)', p_table);
  EXECUTE format('CREATE POLICY partner ON %s TO hub_partner USING (%s) WITH CHECK (%2$s)', p_table, p_rule);
  EXECUTE format('GRANT %s ON %s TO hub_partner', p_rights, p_table);
END $$;

-- A table whose rows name their tenant.
CREATE PROCEDURE part_by_tenant(p_table regclass, p_rights text) LANGUAGE plpgsql SET client_min_messages = warning AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS tenant text NOT NULL DEFAULT ''hub''', p_table);
  EXECUTE format('ALTER TABLE %s ALTER COLUMN tenant SET DEFAULT hub.current_tenant()', p_table);
  CALL hub.part_by(p_table, 'tenant = current_setting(''hub.tenant'', true) AND tenant <> ''hub''', p_rights);
END $$;

-- A table whose rows belong to a row of another one: whoever sees that one sees them.
CREATE PROCEDURE part_with(p_table regclass, p_column text, p_parent regclass, p_key text, p_rights text)
LANGUAGE plpgsql AS $$
BEGIN
  CALL hub.part_by(p_table, format('EXISTS (SELECT FROM %s o WHERE o.%I = %s.%I)', p_parent, p_key, p_table, p_column),
                   p_rights);
END $$;

GRANT USAGE ON SCHEMA hub TO hub_partner;

CALL part_by_tenant('submission', 'SELECT, INSERT, UPDATE');
CALL part_with('submission_part', 'submission_id', 'submission', 'id', 'SELECT');
CALL part_with('posting_progress', 'submission_id', 'submission', 'id', 'SELECT');
CALL part_with('finding', 'submission_id', 'submission', 'id', 'SELECT, INSERT');
CALL part_with('refused_row', 'submission_id', 'submission', 'id', 'SELECT, INSERT');
CALL part_with('control_figure', 'submission_id', 'submission', 'id', 'SELECT, INSERT');
CALL part_with('undo_entry', 'undo_id', 'submission', 'id', 'SELECT');

CALL part_by_tenant('sales_order', 'SELECT, INSERT, UPDATE');
CALL part_with('sales_order_line', 'order_id', 'sales_order', 'order_id', 'SELECT, INSERT');
CALL part_by_tenant('invoice', 'SELECT, INSERT, UPDATE');
CALL part_with('invoice_line', 'invoice_id', 'invoice', 'invoice_id', 'SELECT, INSERT');
CALL part_with('invoice_vat', 'invoice_id', 'invoice', 'invoice_id', 'SELECT, INSERT');
CALL part_by_tenant('payment', 'SELECT, INSERT');
CALL part_by_tenant('production_batch', 'SELECT, INSERT, UPDATE');
CALL part_with('batch_input', 'batch_id', 'production_batch', 'batch_id', 'SELECT, INSERT');
CALL part_with('batch_output', 'batch_id', 'production_batch', 'batch_id', 'SELECT, INSERT');
CALL part_with('quality_test', 'submission_id', 'submission', 'id', 'SELECT, INSERT');
CALL part_by_tenant('stock_movement', 'SELECT, INSERT');
CALL part_by_tenant('count_session', 'SELECT, INSERT, UPDATE');
CALL part_with('count_line', 'session_id', 'count_session', 'session_id', 'SELECT, INSERT, UPDATE');
CALL part_with('count_entry', 'line_id', 'count_line', 'line_id', 'SELECT, INSERT');
CALL part_with('count_adjustment', 'line_id', 'count_line', 'line_id', 'SELECT');
CALL part_with('record_change', 'submission_id', 'submission', 'id', 'SELECT, INSERT');
CALL part_with('lot_change', 'submission_id', 'submission', 'id', 'SELECT, INSERT');

-- What a tenant was last charged is no other tenant's to know.
CALL part_by_tenant('product_price', 'SELECT, INSERT, UPDATE');
ALTER TABLE product_price DROP CONSTRAINT product_price_pkey, ADD PRIMARY KEY (product_id, direction, tenant);

CALL part_by_tenant('idempotency_key', 'SELECT, INSERT, UPDATE');
ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_pkey, ADD PRIMARY KEY (tenant, client, endpoint, key);

-- Master data is the company's: every posting may look it up and add what is missing, nobody changes what is another's.
CALL part_by_tenant('party', 'SELECT, INSERT, UPDATE');
CALL part_by_tenant('product', 'SELECT, INSERT');
CALL part_by_tenant('warehouse', 'SELECT, INSERT');
CREATE POLICY looked_up ON party FOR SELECT TO hub_partner USING (current_setting('hub.tenant', true) <> '');
CREATE POLICY looked_up ON product FOR SELECT TO hub_partner USING (current_setting('hub.tenant', true) <> '');
CREATE POLICY looked_up ON warehouse FOR SELECT TO hub_partner USING (current_setting('hub.tenant', true) <> '');
GRANT SELECT ON uom, uom_alias, product_uom, stamp_regime, stamp_bracket, recipe, count_tolerance, stock_closing TO hub_partner;

-- A lot is one thing whoever moves it. A posting finds it by its code through the view, which says no more of it than that;
-- of itself a lot is seen by whoever brought it or has moved, used or made it.
CALL part_by_tenant('lot', 'SELECT, INSERT, UPDATE');
CREATE POLICY in_use ON lot FOR SELECT TO hub_partner USING (
  EXISTS (SELECT FROM stock_movement m WHERE m.product_id = lot.product_id AND m.lot_id = lot.lot_id)
  OR EXISTS (SELECT FROM batch_input x WHERE x.lot_id = lot.lot_id)
  OR EXISTS (SELECT FROM batch_output x WHERE x.lot_id = lot.lot_id));
CREATE VIEW v_lot AS
SELECT lot_id, product_id, lot_code, lot_code_norm, supplier_id, dlc, status FROM lot WHERE withdrawn_by IS NULL;

-- Bytes are written by whoever brings them and read by the house alone, which asks whose the submission is.
GRANT INSERT ON content TO hub_partner;

-- A revision is of whoever the former one is of: what the company says of a partner's document stays that partner's.
CREATE FUNCTION keep_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE %1$I.%2$I n SET tenant = f.tenant FROM %1$I.%2$I f'
                 ' WHERE n.%3$I = $1 AND f.%3$I = $2 AND f.tenant <> n.tenant', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[0])
  USING (to_jsonb(NEW) ->> TG_ARGV[0])::bigint, NEW.supersedes_id;
  RETURN NULL;
END $$;
CREATE TRIGGER sales_order_keeps_tenant AFTER INSERT ON sales_order FOR EACH ROW
  WHEN (NEW.supersedes_id IS NOT NULL AND NEW.tenant = 'hub') EXECUTE FUNCTION keep_tenant('order_id');
CREATE TRIGGER invoice_keeps_tenant AFTER INSERT ON invoice FOR EACH ROW
  WHEN (NEW.supersedes_id IS NOT NULL AND NEW.tenant = 'hub') EXECUTE FUNCTION keep_tenant('invoice_id');
CREATE TRIGGER production_batch_keeps_tenant AFTER INSERT ON production_batch FOR EACH ROW
  WHEN (NEW.supersedes_id IS NOT NULL AND NEW.tenant = 'hub') EXECUTE FUNCTION keep_tenant('batch_id');

-- The same bytes twice are one submission of one tenant.
DROP INDEX submission_bytes_once;
CREATE UNIQUE INDEX submission_bytes_once ON submission (sha256, tenant)
  WHERE NOT preview AND NOT direct AND folder <> 'undo'
    AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED');

-- Views that a partner's transaction reads look with its rights; it takes its identities from the sequences.
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['v_invoice_paid', 'v_movement_in_force', 'v_posted_record', 'v_arrival', 'v_unit_use',
                             'v_party_role', 'v_lot_edge']::regclass[] LOOP
    EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', one);
  END LOOP;
  FOR one IN
    SELECT oid FROM pg_class
    WHERE relnamespace = 'hub'::regnamespace AND relkind = 'v' AND 'security_invoker=true' = ANY (reloptions)
  LOOP
    EXECUTE format('GRANT SELECT ON %s TO hub_partner', one);
  END LOOP;
  FOR one IN
    SELECT d.objid FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
    WHERE d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
      AND has_table_privilege('hub_partner', d.refobjid, 'INSERT')
  LOOP
    EXECUTE format('GRANT USAGE ON SEQUENCE %s TO hub_partner', one);
  END LOOP;
END $$;
GRANT SELECT ON v_lot TO hub_partner;

-- Which numbers, from 0, documents of other tenants have; that much and no more is told. Numbers that may be equal by right
-- are compared only where the documents have met another tenant's (p_met).
CREATE FUNCTION taken_numbers(p_document text, p_numbers text[], p_met boolean) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT (t.n - 1)::int FROM unnest(p_numbers) WITH ORDINALITY AS t (number, n)
  WHERE CASE p_document
    WHEN 'orders' THEN EXISTS (
      SELECT FROM sales_order o WHERE o.order_no_norm = t.number AND o.is_current AND o.tenant <> current_tenant())
    WHEN 'production' THEN EXISTS (
      SELECT FROM production_batch o WHERE o.batch_no_norm = t.number AND o.is_current AND o.tenant <> current_tenant())
    WHEN 'invoices' THEN p_met AND EXISTS (
      SELECT FROM invoice o WHERE o.invoice_no_norm = t.number AND o.is_current AND o.tenant <> current_tenant())
    WHEN 'stock-movements' THEN p_met AND EXISTS (
      SELECT FROM stock_movement o WHERE document_number(o.ref_no) = t.number AND o.tenant <> current_tenant())
    ELSE false END $$;
