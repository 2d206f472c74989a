-- Masses and volumes convert into each other without anybody saying how: a recipe in grams of a product kept in kilograms.
-- Quintals are 100 kg, as grain, sugar and flour are traded. Codes of UN/ECE recommendation 20 among the aliases.
ALTER TABLE uom ADD COLUMN measure numeric(18, 9) CHECK (measure > 0);
COMMENT ON COLUMN uom.measure IS 'kg of a unit of mass, litres of one of volume; null of packages';

INSERT INTO uom (uom_code, dimension, decimals, measure) VALUES
  ('T', 'MASS', 4, 1000), ('QTL', 'MASS', 4, 100),
  ('HL', 'VOLUME', 4, 100), ('CL', 'VOLUME', 3, 0.01), ('ML', 'VOLUME', 3, 0.001)
ON CONFLICT (uom_code) DO UPDATE SET measure = excluded.measure;
UPDATE uom SET measure = CASE uom_code WHEN 'G' THEN 0.001 ELSE 1 END WHERE uom_code IN ('KG', 'G', 'L');

INSERT INTO uom_alias (alias, uom_code) VALUES
  ('t', 'T'), ('tonne', 'T'), ('tonnes', 'T'), ('tne', 'T'),
  ('q', 'QTL'), ('qx', 'QTL'), ('ql', 'QTL'), ('quintal', 'QTL'), ('quintaux', 'QTL'), ('dtn', 'QTL'),
  ('hl', 'HL'), ('hecto', 'HL'), ('hectolitre', 'HL'), ('hectolitres', 'HL'), ('hlt', 'HL'),
  ('cl', 'CL'), ('centilitre', 'CL'), ('centilitres', 'CL'), ('clt', 'CL'),
  ('ml', 'ML'), ('millilitre', 'ML'), ('millilitres', 'ML'), ('mlt', 'ML')
ON CONFLICT DO NOTHING;
