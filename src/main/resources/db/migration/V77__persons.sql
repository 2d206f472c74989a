-- A person's name as names are compared: « Rachid. » is « Rachid », « Aya B. » is « aya b ».
CREATE OR REPLACE FUNCTION person(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
                              '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0-\u00bf\u2000-\u206f]+', ' ', 'g')) $$;

-- Those named in one cell: « Karim, Nadia et Zoé » are three, as for whoever reads count sheets (NameKey.people).
CREATE FUNCTION persons(names text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(hub.person(one)), '{}')
  FROM regexp_split_to_table(names, '[,;/&+|]|\s(?:et|and)\s', 'i') AS one WHERE hub.person(one) <> '' $$;
