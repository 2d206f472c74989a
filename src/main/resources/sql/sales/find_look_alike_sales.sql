-- Other sales to the same customer on the same day with the same total whose numbers differ by punctuation and zeros only,
-- or of which one, of three signs or more, is the end of the other (INV-043). Numbers are looked up from behind: longer ones
-- lie between the number and the number with the last sign there is, shorter ones are its own ends. OFFSET 0 keeps the look
-- into the index one by one: the statistics of a table that a long file fills say nothing true yet.
SELECT DISTINCT ON (t.n) (t.n - 1)::int AS position, i.invoice_no AS other, i.submission_id, i.source_sheet, i.source_row
FROM unnest(:receivers::bigint[], :numbers::text[], :loose::text[], :dates::date[], :ttcs::numeric[])
       WITH ORDINALITY AS t (receiver_id, number_norm, loose, day, ttc, n)
CROSS JOIN LATERAL (
  SELECT reverse(t.loose) AS low, reverse(t.loose) || CASE WHEN length(t.loose) >= 3 THEN chr(1114111) ELSE '' END AS high
  UNION ALL
  SELECT left(reverse(t.loose), k), left(reverse(t.loose), k)
  FROM generate_series(3, length(t.loose) - 1) AS k) AS r
CROSS JOIN LATERAL (
  SELECT * FROM invoice
  WHERE direction = 'SALE' AND is_current AND receiver_id = t.receiver_id AND invoice_date = t.day AND comp_ttc = t.ttc
    AND reverse(invoice_no_loose) COLLATE "C" BETWEEN r.low AND r.high
  OFFSET 0) AS i
WHERE i.issuer_id = :own AND i.invoice_no_norm <> t.number_norm AND i.kind <> 'CREDIT_NOTE' AND i.status <> 'CANCELLED'
ORDER BY t.n, i.invoice_no
