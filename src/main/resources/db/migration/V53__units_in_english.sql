-- Units as programs that speak English write them: Odoo's « Units ».
INSERT INTO uom_alias (alias, uom_code) VALUES
  ('unit', 'PCE'), ('units', 'PCE'), ('unit(s)', 'PCE'), ('each', 'PCE'), ('ea', 'PCE'),
  ('kilogram', 'KG'), ('kilograms', 'KG'), ('gram', 'G'), ('grams', 'G'), ('liter', 'L'), ('liters', 'L'),
  ('dozen', 'DZN'), ('dozens', 'DZN'), ('hour', 'H'), ('hours', 'H'), ('days', 'JOUR'), ('pallet', 'PAL'), ('pallets', 'PAL')
ON CONFLICT DO NOTHING;
