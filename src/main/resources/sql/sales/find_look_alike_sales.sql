-- Other sales to the same customer on the same day with the same total whose numbers differ by punctuation and zeros only,
-- or of which one, of three signs or more, is the end of the other (INV-043).
SELECT DISTINCT ON (t.n) (t.n - 1)::int AS position, i.invoice_no AS other, i.submission_id, i.source_sheet, i.source_row
FROM unnest(:receivers::bigint[], :numbers::text[], :loose::text[], :dates::text[], :ttcs::text[])
       WITH ORDINALITY AS t (receiver_id, number_norm, loose, day, ttc, n)
JOIN invoice i ON i.direction = 'SALE' AND i.is_current AND i.issuer_id = :own AND i.receiver_id = t.receiver_id
  AND i.invoice_date = t.day::date AND i.comp_ttc = t.ttc::numeric AND i.invoice_no_norm <> t.number_norm
  AND i.kind <> 'CREDIT_NOTE' AND i.status <> 'CANCELLED'
  AND (i.invoice_no_loose = t.loose
       OR (least(length(i.invoice_no_loose), length(t.loose)) >= 3
           AND (right(i.invoice_no_loose, length(t.loose)) = t.loose
                OR right(t.loose, length(i.invoice_no_loose)) = i.invoice_no_loose)))
ORDER BY t.n, i.invoice_no
