-- How cheese is sold by the piece, and cases in short.
INSERT INTO uom_alias (alias, uom_code) VALUES
  ('bte', 'PCE'), ('btes', 'PCE'), ('plaquette', 'PCE'), ('plaquettes', 'PCE'), ('portion', 'PCE'), ('portions', 'PCE'),
  ('brique', 'PCE'), ('briques', 'PCE'), ('bloc', 'PCE'), ('blocs', 'PCE'), ('tube', 'PCE'), ('tubes', 'PCE'),
  ('barre', 'PCE'), ('barres', 'PCE'), ('pain', 'PCE'), ('pains', 'PCE'), ('part', 'PCE'), ('parts', 'PCE'),
  ('cse', 'CTN'), ('cses', 'CTN')
ON CONFLICT DO NOTHING;
