-- Other purchase invoices of the same supplier that look like this one: the same number but for
-- punctuation and zeros, or the same day and the same total (INV-006).
SELECT DISTINCT ON (t.n) (t.n - 1)::int AS position, i.invoice_no AS other, i.submission_id, i.source_sheet, i.source_row
FROM unnest(:issuers::bigint[], :numbers::text[], :loose::text[], :dates::text[], :ttcs::text[])
       WITH ORDINALITY AS t (issuer_id, number_norm, loose, day, ttc, n)
JOIN LATERAL (
  SELECT invoice_no, invoice_no_norm, submission_id, source_sheet, source_row FROM invoice
  WHERE direction = 'PURCHASE' AND is_current AND issuer_id = t.issuer_id AND invoice_no_loose = t.loose
  UNION ALL
  SELECT invoice_no, invoice_no_norm, submission_id, source_sheet, source_row FROM invoice
  WHERE direction = 'PURCHASE' AND is_current AND issuer_id = t.issuer_id AND invoice_date = t.day::date
    AND comp_ttc = t.ttc::numeric) i ON i.invoice_no_norm <> t.number_norm
ORDER BY t.n, i.invoice_no
