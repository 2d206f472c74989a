-- Who and what documents speak of, and the dated fiscal tables (module catalog).
-- Money numeric(18,2) in DA, unit price numeric(18,6), quantity numeric(18,4), percent numeric(7,4).

CREATE TABLE uom (
  uom_code  text PRIMARY KEY,
  dimension text NOT NULL CHECK (dimension IN ('MASS', 'VOLUME', 'COUNT')),
  decimals  smallint NOT NULL DEFAULT 3 CHECK (decimals BETWEEN 0 AND 4)
);

-- What people write for a unit, normalised as headers are (lower case, no accents or punctuation).
CREATE TABLE uom_alias (
  alias    text PRIMARY KEY,
  uom_code text NOT NULL REFERENCES uom
);

CREATE TABLE party (
  party_id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_code         text NOT NULL UNIQUE,
  is_customer        boolean NOT NULL DEFAULT false,
  is_supplier        boolean NOT NULL DEFAULT false,
  is_own             boolean NOT NULL DEFAULT false,
  name               text NOT NULL CHECK (length(btrim(name)) >= 1),
  name_norm          text NOT NULL,
  customer_type      text CHECK (customer_type IN ('DISTRIBUTEUR', 'GROSSISTE', 'SUPERETTE', 'FAST_FOOD')),
  nif                text CHECK (nif ~ '^(\d{15}|\d{20})$'),
  nis                text CHECK (nis ~ '^\d{11,20}$'),
  rc                 text,
  rc_norm            text CHECK (rc_norm ~ '^[0-9A-Z]{6,20}$'),
  ai                 text CHECK (ai ~ '^[0-9A-Z]{3,20}$'),
  address            text,
  wilaya             smallint CHECK (wilaya BETWEEN 1 AND 99),
  phone              text,
  email              text,
  payment_terms_days smallint NOT NULL DEFAULT 30 CHECK (payment_terms_days BETWEEN 0 AND 365),
  credit_limit       numeric(18, 2) CHECK (credit_limit >= 0),
  active             boolean NOT NULL DEFAULT true,
  -- created from a document, nobody has completed the master record yet
  provisional        boolean NOT NULL DEFAULT false,
  submission_id      bigint,
  created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX party_single_own ON party (is_own) WHERE is_own;
CREATE INDEX party_nif ON party (nif);
CREATE INDEX party_name_norm ON party (name_norm);

CREATE TABLE product (
  product_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_code      text NOT NULL UNIQUE,
  name              text NOT NULL,
  name_norm         text NOT NULL,
  product_type      text NOT NULL CHECK (product_type IN ('MP', 'EMB', 'CONS', 'SF', 'PF')),
  base_uom          text NOT NULL REFERENCES uom,
  catch_weight      boolean NOT NULL DEFAULT false,
  nominal_weight_kg numeric(10, 4) CHECK (nominal_weight_kg > 0),
  vat_rate          numeric(5, 2) NOT NULL DEFAULT 19 CHECK (vat_rate IN (0, 9, 19)),
  gtin              text CHECK (gtin ~ '^\d{8}$|^\d{12,14}$'),
  lot_tracked       boolean NOT NULL DEFAULT true,
  perishable        boolean NOT NULL DEFAULT true,
  shelf_life_days   smallint CHECK (shelf_life_days > 0),
  abc_class         char(1) CHECK (abc_class IN ('A', 'B', 'C')),
  storage           text CHECK (storage IN ('REFRIGERE', 'FRAIS', 'SEC', 'CONGELE')),
  active            boolean NOT NULL DEFAULT true,
  provisional       boolean NOT NULL DEFAULT false,
  submission_id     bigint,
  created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX product_name_norm ON product (name_norm);

CREATE TABLE product_uom (
  product_id     bigint NOT NULL REFERENCES product,
  uom_code       text NOT NULL REFERENCES uom,
  factor_to_base numeric(18, 6) NOT NULL CHECK (factor_to_base > 0),
  PRIMARY KEY (product_id, uom_code)
);

CREATE TABLE stamp_regime (
  regime_id    smallint PRIMARY KEY,
  legal_ref    text NOT NULL,
  valid_from   date NOT NULL,
  valid_to     date,
  exempt_up_to numeric(18, 2) NOT NULL,
  slice        numeric(18, 2) NOT NULL DEFAULT 100,
  min_duty     numeric(18, 2) NOT NULL,
  max_duty     numeric(18, 2),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT stamp_regime_one_at_a_time EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE TABLE stamp_bracket (
  regime_id      smallint NOT NULL REFERENCES stamp_regime,
  upper_incl     numeric(18, 2),
  rate_per_slice numeric(9, 4) NOT NULL,
  UNIQUE (regime_id, upper_incl)
);

INSERT INTO uom (uom_code, dimension, decimals) VALUES
  ('KG', 'MASS', 3), ('G', 'MASS', 0), ('L', 'VOLUME', 3), ('PCE', 'COUNT', 0),
  ('CTN', 'COUNT', 0), ('PAL', 'COUNT', 0), ('SEAU', 'COUNT', 0), ('BRQ', 'COUNT', 0);

INSERT INTO uom_alias (alias, uom_code) VALUES
  ('kg', 'KG'), ('kgs', 'KG'), ('kilo', 'KG'), ('kilos', 'KG'), ('kilogramme', 'KG'), ('kilogrammes', 'KG'), ('كغ', 'KG'),
  ('g', 'G'), ('gr', 'G'), ('gramme', 'G'), ('grammes', 'G'),
  ('l', 'L'), ('litre', 'L'), ('litres', 'L'), ('lt', 'L'),
  ('pce', 'PCE'), ('piece', 'PCE'), ('pieces', 'PCE'), ('unite', 'PCE'), ('unites', 'PCE'), ('u', 'PCE'), ('un', 'PCE'),
  ('pc', 'PCE'), ('pcs', 'PCE'), ('boite', 'PCE'), ('boites', 'PCE'),
  ('ctn', 'CTN'), ('carton', 'CTN'), ('cartons', 'CTN'), ('colis', 'CTN'), ('caisse', 'CTN'), ('caisses', 'CTN'),
  ('pal', 'PAL'), ('palette', 'PAL'), ('palettes', 'PAL'), ('seau', 'SEAU'), ('seaux', 'SEAU'),
  ('barquette', 'BRQ'), ('barquettes', 'BRQ'), ('brq', 'BRQ');

-- Art. 100 code du timbre and its amendments; sources and doubts in the domain notes §1.4.
INSERT INTO stamp_regime (regime_id, legal_ref, valid_from, valid_to, exempt_up_to, slice, min_duty, max_duty) VALUES
  (1, 'art. 100 code du timbre, avant LF 2023', '2003-01-01', '2022-12-31', 20, 100, 5, 2500),
  (2, 'LF 2023 art. 18', '2023-01-01', '2024-12-31', 20, 100, 5, 10000),
  (3, 'LF 2025 art. 46, circ. 14/MF/DGI/LF.2025', '2025-01-01', NULL, 300, 100, 5, NULL);
INSERT INTO stamp_bracket (regime_id, upper_incl, rate_per_slice) VALUES
  (1, NULL, 1), (2, NULL, 1), (3, 30000, 1), (3, 100000, 1.5), (3, NULL, 2);

-- The company itself issues every sale and receives every purchase.
INSERT INTO party (party_code, is_own, name, name_norm) VALUES ('OWN', true, 'Manchengo', 'MANCHENGO');
