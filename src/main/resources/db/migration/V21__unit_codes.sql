-- Units as UN/ECE recommendation 20 and 21 code them, in electronic invoices and orders. KGM, GRM, LTR and the pieces are
-- exact; of packages only those that the hub has a unit for.
INSERT INTO uom_alias (alias, uom_code) VALUES
  ('kgm', 'KG'), ('grm', 'G'), ('ltr', 'L'), ('c62', 'PCE'), ('h87', 'PCE'), ('ea', 'PCE'), ('xpp', 'PCE'), ('nmp', 'PCE'),
  ('nar', 'PCE'), ('xct', 'CTN'), ('ct', 'CTN'), ('xpk', 'CTN'), ('pk', 'CTN'), ('xcs', 'CTN'), ('cs', 'CTN'), ('xbx', 'CTN'),
  ('bx', 'CTN'), ('xpx', 'PAL'), ('pf', 'PAL'), ('xpf', 'PAL'), ('xbj', 'SEAU'), ('xpl', 'SEAU'), ('xpu', 'BRQ')
ON CONFLICT DO NOTHING;
