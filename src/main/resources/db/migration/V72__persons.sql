-- A person's name as names are compared: accents, capitals and blanks make no difference.
CREATE FUNCTION person(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g')) $$;
