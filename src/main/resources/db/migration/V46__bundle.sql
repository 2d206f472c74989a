-- Bottles and cartons are bought by the « fardeau », which is a pack.
INSERT INTO uom_alias (alias, uom_code) VALUES ('fardeau', 'PQT'), ('fardeaux', 'PQT') ON CONFLICT DO NOTHING;
