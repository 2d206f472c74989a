-- As before (V70), for numbers that people write one beside the other in a cell as they like: « BL-1, BL-2 », « BL-1 et BL-2 », « BL-1 / BL-2 »,
-- « BL-1/BL-2 », « BL-1 BL-2 », on two lines. Beyond the usual separators a number begins where the letters come again that the first one begins with; what
-- has no digit beside others is a word. Of one letter it takes a blank as well: « B-12-B3 » is one.
CREATE OR REPLACE FUNCTION delivery_numbers(no text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(n.number) FILTER (WHERE n.number ~ '[0-9]' OR n.parts = 1), '{}')
  FROM (
    SELECT hub.document_number(one) AS number, count(*) OVER () AS parts
    FROM (SELECT regexp_replace(no, '\s+(et|and|&|\+|/)\s+|[;|&+\n\r]', ',', 'gi') AS text, substring(no FROM '^\s*([[:alpha:]]+)') AS prefix) t
    CROSS JOIN unnest(string_to_array(
      CASE WHEN t.prefix IS NULL THEN t.text ELSE regexp_replace(t.text, CASE length(t.prefix) WHEN 1 THEN '(\s)' ELSE '([^[:alnum:]])' END || '(?=' || t.prefix || '[^[:alpha:]])', '\1,', 'gi') END, ',')) AS one
    WHERE hub.document_number(one) <> '') n $$;
REINDEX INDEX invoice_delivery;
