-- What the ledger is worth once late movements are taken in their place (domain notes §5.2). The ledger keeps what each movement was worth when
-- it came; a valuation runs the weighted average forward again and notes the difference to what was in force. Both are append-only, so that the
-- value of a day is known as it was known then, and as it is known now.

-- Whether the file gave the cost of an entry; null, of before this version: where its origin has one of its own.
ALTER TABLE stock_movement ADD COLUMN cost_given boolean;

CREATE TABLE stock_valuation (
  valuation_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_date date NOT NULL,
  attempt       int NOT NULL,
  known_at      timestamptz NOT NULL, -- movements recorded by then are in it
  CONSTRAINT stock_valuation_once UNIQUE (business_date, attempt)
);

-- Where the average of a product stands after its last movement that the valuation knew: quantity and value are its state.
CREATE TABLE product_valuation (
  valuation_id bigint NOT NULL REFERENCES stock_valuation,
  product_id   bigint NOT NULL REFERENCES product,
  qty          numeric(18, 4) NOT NULL, -- of what has a value
  value        numeric(18, 2) NOT NULL,
  last_cost    numeric(18, 6),
  through_at   timestamptz NOT NULL,
  through_id   bigint NOT NULL,
  PRIMARY KEY (product_id, valuation_id)
);

CREATE TABLE stock_revaluation (
  valuation_id bigint NOT NULL REFERENCES stock_valuation,
  movement_id  bigint NOT NULL REFERENCES stock_movement,
  product_id   bigint NOT NULL REFERENCES product,
  effective_at timestamptz NOT NULL, -- the movement's
  known_at     timestamptz NOT NULL, -- the valuation's
  incoming     boolean NOT NULL,
  unit_cost    numeric(18, 6),       -- in force from now on
  qty_delta    numeric(18, 4) NOT NULL, -- of what has a value: not 0 where it was unknown before, or is now
  value_delta  numeric(18, 2) NOT NULL,
  PRIMARY KEY (movement_id, valuation_id)
);
CREATE INDEX stock_revaluation_product ON stock_revaluation (product_id, effective_at);
CREATE TRIGGER stock_revaluation_append_only BEFORE UPDATE OR DELETE ON stock_revaluation FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER stock_revaluation_no_truncate BEFORE TRUNCATE ON stock_revaluation FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CALL part_with('stock_revaluation', 'movement_id', 'stock_movement', 'movement_id', 'SELECT');

-- What adds up to value: movements as they came, and what valuations made of them. A quantity counts for an average where it has a value.
CREATE VIEW v_stock_worth WITH (security_invoker = true) AS
SELECT product_id, effective_at, recorded_at, qty_base > 0 AS incoming, qty_base, CASE WHEN value IS NOT NULL THEN qty_base ELSE 0 END AS valued_qty,
       coalesce(value, 0) AS value, CASE WHEN value IS NULL THEN 1 ELSE 0 END AS unknown
FROM stock_movement
UNION ALL
SELECT product_id, effective_at, known_at, incoming, 0, qty_delta, value_delta, (CASE WHEN incoming THEN -1 ELSE 1 END * sign(qty_delta))::int
FROM stock_revaluation;
GRANT SELECT ON v_stock_worth TO hub_partner;

-- A movement as it is worth now.
CREATE VIEW v_movement_worth WITH (security_invoker = true) AS
SELECT m.movement_id, coalesce(r.unit_cost, m.unit_cost) AS unit_cost,
       CASE WHEN m.value IS NOT NULL OR r.movement_id IS NOT NULL THEN coalesce(m.value, 0) + coalesce(r.value_delta, 0) END AS value
FROM stock_movement m
LEFT JOIN (
  SELECT movement_id, sum(value_delta) AS value_delta, (array_agg(unit_cost ORDER BY valuation_id DESC))[1] AS unit_cost
  FROM stock_revaluation GROUP BY 1) r USING (movement_id);
GRANT SELECT ON v_movement_worth TO hub_partner;
