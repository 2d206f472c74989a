-- « crt » is as usual for a carton as « ctn ».
INSERT INTO uom_alias (alias, uom_code) VALUES ('crt', 'CTN'), ('crts', 'CTN'), ('ctns', 'CTN') ON CONFLICT DO NOTHING;
