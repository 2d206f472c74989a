-- What reconcile-stock finds (module reconciliation; decision 0045). Quantities numeric(18,4) in the product's base unit, value
-- numeric(18,2) in DA. A run writes rows of its own, so that an earlier answer stays as it was given.

-- One count session in one run.
CREATE TABLE reconciliation (
  reconciliation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  session_id        bigint NOT NULL REFERENCES count_session ON DELETE CASCADE,
  business_date     date NOT NULL,
  attempt           int NOT NULL,
  known_at          timestamptz NOT NULL, -- of the ledger, what was recorded by then
  done_at           timestamptz,
  CONSTRAINT reconciliation_once UNIQUE (session_id, business_date, attempt)
);
CREATE INDEX reconciliation_run ON reconciliation (business_date, attempt);

-- A product and lot of the session: book, count and difference. No lot: the product was counted as a whole.
CREATE TABLE reconciliation_line (
  reconciliation_id bigint NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
  product_id        bigint NOT NULL REFERENCES product,
  lot_id            bigint REFERENCES lot,
  line_id           bigint REFERENCES count_line ON DELETE CASCADE, -- the first of its lines, which bears the adjustment; null: not counted
  bins              int NOT NULL,
  passes            smallint NOT NULL,
  disputed          boolean NOT NULL, -- two passes that differ, and no third one
  counted_at        timestamptz,
  book_qty          numeric(18, 4) NOT NULL, -- at the cut-off
  moved_qty         numeric(18, 4) NOT NULL, -- since the cut-off, until it was counted
  late_qty          numeric(18, 4) NOT NULL, -- part of book_qty that was recorded after the count had looked (CNT-014)
  counted_qty       numeric(18, 4),
  rolled_book_qty   numeric(18, 4) GENERATED ALWAYS AS (book_qty + moved_qty) STORED,
  delta_qty         numeric(18, 4) GENERATED ALWAYS AS (counted_qty - (book_qty + moved_qty)) STORED,
  explained_qty     numeric(18, 4),
  CONSTRAINT reconciliation_line_counted CHECK ((line_id IS NULL) = (counted_qty IS NULL))
);
CREATE UNIQUE INDEX reconciliation_line_once ON reconciliation_line (reconciliation_id, product_id, coalesce(lot_id, 0));
CREATE INDEX reconciliation_line_of ON reconciliation_line (line_id);

-- A product of the session: the warehouse's flow since the count before, and what documents say of the same time.
CREATE TABLE reconciliation_product (
  reconciliation_id bigint NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
  product_id        bigint NOT NULL REFERENCES product,
  window_from       timestamptz,  -- exclusive: the cut-off of the count before, or the moment before the book begins; null: no book
  counted_before    boolean NOT NULL,
  opening_qty       numeric(18, 4) NOT NULL,
  received_qty      numeric(18, 4) NOT NULL,
  produced_qty      numeric(18, 4) NOT NULL,
  returned_qty      numeric(18, 4) NOT NULL,
  consumed_qty      numeric(18, 4) NOT NULL, -- out, so negative, as the three that follow
  sold_qty          numeric(18, 4) NOT NULL,
  sent_back_qty     numeric(18, 4) NOT NULL,
  lost_qty          numeric(18, 4) NOT NULL,
  transferred_qty   numeric(18, 4) NOT NULL, -- signed
  adjusted_qty      numeric(18, 4) NOT NULL, -- signed
  book_qty          numeric(18, 4) NOT NULL, -- at the cut-off, of all lots
  unit_cost         numeric(18, 6),          -- null: nobody knows what it cost
  rolled_book_qty   numeric(18, 4) NOT NULL, -- T, of what was counted
  counted_qty       numeric(18, 4) NOT NULL, -- P
  -- documents of the product in the whole company, in the window
  shipped_qty       numeric(18, 4) NOT NULL, -- S, net of returns
  ordered_qty       numeric(18, 4) NOT NULL, -- O
  invoiced_qty      numeric(18, 4),          -- I, net of credit notes
  -- why they explain nothing here: it is sold from another warehouse, or a line's unit has no factor; null: they speak
  silent            text CHECK (silent IN ('ELSEWHERE', 'UNIT')),
  explained_qty     numeric(18, 4),
  level             text CHECK (level IN ('AUTO', 'SINGLE', 'DOUBLE')),
  delta_qty         numeric(18, 4) GENERATED ALWAYS AS (counted_qty - rolled_book_qty) STORED,
  doc_gap_qty       numeric(18, 4) GENERATED ALWAYS AS
                      (CASE WHEN silent IS NULL THEN invoiced_qty - shipped_qty + explained_qty END) STORED,
  residual_qty      numeric(18, 4) GENERATED ALWAYS AS (counted_qty - rolled_book_qty - explained_qty) STORED,
  PRIMARY KEY (reconciliation_id, product_id),
  CONSTRAINT reconciliation_product_flow CHECK (book_qty = opening_qty + received_qty + produced_qty + returned_qty
    + consumed_qty + sold_qty + sent_back_qty + lost_qty + transferred_qty + adjusted_qty)
);

-- What was invoiced of these products in that time, and by which exit it left.
CREATE TABLE reconciliation_invoice (
  reconciliation_id bigint NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
  product_id        bigint NOT NULL REFERENCES product,
  invoice_id        bigint NOT NULL,
  qty               numeric(18, 4),  -- signed: what came back is negative; null: nobody says how it is packed
  shipped_qty       numeric(18, 4),  -- null: no exit bears its number nor that of its delivery
  shipped_at        timestamptz,
  counts            boolean NOT NULL, -- whether it is part of I
  PRIMARY KEY (reconciliation_id, product_id, invoice_id)
);

-- Rules that fired (REC-001 to REC-006, CNT-005, CNT-009, CNT-010, CNT-014).
CREATE TABLE reconciliation_finding (
  reconciliation_id bigint NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
  rule_code         text NOT NULL,
  product_id        bigint NOT NULL REFERENCES product,
  lot_id            bigint REFERENCES lot,
  qty               numeric(18, 4) NOT NULL,
  value             numeric(18, 2),
  refs              text
);
CREATE INDEX reconciliation_finding_of ON reconciliation_finding (reconciliation_id, rule_code);

-- Who approves an adjustment names its reason; one that is only proposed may have none yet. Of what nobody knows the cost of, the
-- value is unknown.
ALTER TABLE count_adjustment DROP CONSTRAINT count_adjustment_reason;
ALTER TABLE count_adjustment ADD CONSTRAINT count_adjustment_reason
  CHECK (delta_qty = 0 OR status IN ('PENDING', 'REJECTED') OR reason_code IS NOT NULL);
ALTER TABLE count_adjustment ALTER COLUMN delta_value DROP NOT NULL;

-- Classes come before types; a type that nobody named is judged as strictly as finished goods, a consumable as packaging.
INSERT INTO count_tolerance (product_type, perishable, abc_class, auto_pct, single_pct, auto_value, double_value) VALUES
  (NULL, NULL, 'A', 0.5, 2, 10000, 50000), (NULL, NULL, 'B', 1, 3, 10000, 50000), (NULL, NULL, 'C', 2, 5, 10000, 50000),
  ('SF', NULL, NULL, 1, 3, 10000, 50000), ('CONS', NULL, NULL, 3, 8, 10000, 50000);

-- From where a product is sold, and where it lies (module stock).
CREATE VIEW v_stock_sold AS
SELECT product_id, warehouse_id, coalesce(-sum(qty_base) FILTER (WHERE origin = 'VENTE'), 0) AS sold, sum(qty_base) AS qty
FROM stock_movement GROUP BY product_id, warehouse_id;

-- The first invoices of a product that no exit answers, or only one of less.
CREATE FUNCTION unshipped(p_reconciliation bigint, p_product bigint) RETURNS TABLE (refs text) LANGUAGE sql STABLE AS $$
  SELECT string_agg(n.invoice_no, ', ' ORDER BY n.invoice_date, n.invoice_no) FROM (
    SELECT v.invoice_no, v.invoice_date FROM hub.reconciliation_invoice i JOIN hub.invoice v USING (invoice_id)
    WHERE i.reconciliation_id = p_reconciliation AND i.product_id = p_product AND i.counts AND i.qty > 0
      AND coalesce(i.shipped_qty, 0) < i.qty
    ORDER BY v.invoice_date, v.invoice_no LIMIT 5) n $$;

-- The movements that a session's differences can be followed to: of products with a difference or a gap, since the count before, in
-- the order of the sheet.
CREATE FUNCTION reconciliation_movement(p_reconciliation bigint) RETURNS TABLE (row_no bigint, movement_id bigint, product_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT row_number() OVER (ORDER BY o.product_code, m.effective_at, m.movement_id), m.movement_id, m.product_id
  FROM hub.reconciliation r JOIN hub.count_session s USING (session_id)
  JOIN hub.reconciliation_product p USING (reconciliation_id)
  JOIN hub.product o USING (product_id)
  JOIN LATERAL (
    SELECT max(l.counted_at) AS counted_at, bool_or(l.delta_qty <> 0 OR l.late_qty <> 0) AS differs
    FROM hub.reconciliation_line l
    WHERE l.reconciliation_id = r.reconciliation_id AND l.product_id = p.product_id) l ON true
  JOIN hub.stock_movement m ON m.product_id = p.product_id AND m.warehouse_id = s.warehouse_id
    AND m.effective_at > p.window_from AND m.effective_at <= greatest(s.cutoff_at, l.counted_at) AND m.recorded_at <= r.known_at
  WHERE r.reconciliation_id = p_reconciliation AND (l.differs OR p.doc_gap_qty <> 0 OR p.explained_qty <> 0) $$;
