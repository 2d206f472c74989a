-- Units of what a factory buys and bills besides its products: sacks, metres, hours, lump sums. Those of length, area, time,
-- energy and work convert into nothing and have fractions. A cubic metre is a volume of 1,000 litres.
ALTER TABLE uom DROP CONSTRAINT uom_dimension_check;
ALTER TABLE uom ADD CONSTRAINT uom_dimension_check CHECK (dimension IN ('MASS', 'VOLUME', 'COUNT', 'OTHER'));

INSERT INTO uom (uom_code, dimension, decimals, measure) VALUES
  ('M3', 'VOLUME', 4, 1000),
  ('SAC', 'COUNT', 0, NULL), ('BID', 'COUNT', 0, NULL), ('RLX', 'COUNT', 0, NULL), ('BTL', 'COUNT', 0, NULL),
  ('POT', 'COUNT', 0, NULL), ('PQT', 'COUNT', 0, NULL), ('FUT', 'COUNT', 0, NULL), ('BAC', 'COUNT', 0, NULL),
  ('LOT', 'COUNT', 0, NULL), ('PAIRE', 'COUNT', 0, NULL), ('DZN', 'COUNT', 0, NULL),
  ('M', 'OTHER', 4, NULL), ('KM', 'OTHER', 4, NULL), ('M2', 'OTHER', 4, NULL), ('HA', 'OTHER', 4, NULL),
  ('H', 'OTHER', 4, NULL), ('JOUR', 'OTHER', 4, NULL), ('MOIS', 'OTHER', 4, NULL), ('KWH', 'OTHER', 4, NULL),
  ('FORF', 'OTHER', 4, NULL), ('VOY', 'OTHER', 4, NULL)
ON CONFLICT DO NOTHING;

INSERT INTO uom_alias (alias, uom_code) VALUES
  ('metre cube', 'M3'), ('metres cubes', 'M3'), ('mtq', 'M3'),
  ('sacs', 'SAC'), ('sachet', 'SAC'), ('sachets', 'SAC'), ('xsa', 'SAC'), ('xbg', 'SAC'), ('bg', 'SAC'),
  ('bidons', 'BID'), ('bidon', 'BID'), ('jerrican', 'BID'), ('jerricans', 'BID'), ('jerrycan', 'BID'),
  ('rouleau', 'RLX'), ('rouleaux', 'RLX'), ('rl', 'RLX'), ('bobine', 'RLX'), ('bobines', 'RLX'), ('xro', 'RLX'), ('ro', 'RLX'),
  ('bouteille', 'BTL'), ('bouteilles', 'BTL'), ('xbo', 'BTL'), ('bo', 'BTL'), ('flacon', 'BTL'), ('flacons', 'BTL'),
  ('pots', 'POT'), ('paquet', 'PQT'), ('paquets', 'PQT'), ('pack', 'PQT'), ('packs', 'PQT'),
  ('futs', 'FUT'), ('tonneau', 'FUT'), ('tonneaux', 'FUT'), ('bacs', 'BAC'), ('plateau', 'BAC'), ('plateaux', 'BAC'),
  ('lots', 'LOT'), ('jeu', 'LOT'), ('jeux', 'LOT'), ('kit', 'LOT'), ('kits', 'LOT'), ('set', 'LOT'),
  ('paires', 'PAIRE'), ('pr', 'PAIRE'), ('douzaine', 'DZN'), ('douzaines', 'DZN'), ('dz', 'DZN'),
  ('metre', 'M'), ('metres', 'M'), ('metre lineaire', 'M'), ('metres lineaires', 'M'), ('m lineaire', 'M'), ('m lin', 'M'),
  ('mtr', 'M'), ('kilometre', 'KM'), ('kilometres', 'KM'), ('kms', 'KM'), ('kmt', 'KM'),
  ('metre carre', 'M2'), ('metres carres', 'M2'), ('mtk', 'M2'), ('hectare', 'HA'), ('hectares', 'HA'), ('har', 'HA'),
  ('heure', 'H'), ('heures', 'H'), ('hr', 'H'), ('hrs', 'H'), ('hur', 'H'),
  ('j', 'JOUR'), ('jr', 'JOUR'), ('jrs', 'JOUR'), ('jours', 'JOUR'), ('journee', 'JOUR'), ('journees', 'JOUR'), ('day', 'JOUR'),
  ('mon', 'MOIS'),
  ('forfait', 'FORF'), ('forfaits', 'FORF'), ('forfaitaire', 'FORF'), ('fft', 'FORF'), ('ff', 'FORF'), ('ft', 'FORF'),
  ('ens', 'FORF'), ('ensemble', 'FORF'), ('prestation', 'FORF'), ('prestations', 'FORF'), ('intervention', 'FORF'),
  ('service', 'FORF'), ('ls', 'FORF'), ('global', 'FORF'),
  ('voyage', 'VOY'), ('voyages', 'VOY'), ('trajet', 'VOY'), ('trajets', 'VOY'), ('rotation', 'VOY'), ('rotations', 'VOY'),
  ('boule', 'PCE'), ('boules', 'PCE'), ('meule', 'PCE'), ('meules', 'PCE'), ('article', 'PCE'), ('articles', 'PCE')
ON CONFLICT DO NOTHING;
