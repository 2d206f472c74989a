-- Other purchase invoices of the same supplier that look like this one: the same number but for punctuation and zeros, or the
-- same day and the same total (INV-006). One is enough, however many there are.
SELECT DISTINCT ON (t.n) (t.n - 1)::int AS position, i.invoice_no AS other, i.submission_id, i.source_sheet, i.source_row
FROM unnest(:issuers::bigint[], :numbers::text[], :loose::text[], :dates::date[], :ttcs::numeric[])
       WITH ORDINALITY AS t (issuer_id, number_norm, loose, day, ttc, n)
CROSS JOIN LATERAL (
  (SELECT invoice_no, submission_id, source_sheet, source_row FROM invoice
   WHERE direction = 'PURCHASE' AND is_current AND issuer_id = t.issuer_id AND invoice_no_loose = t.loose
     AND invoice_no_norm <> t.number_norm
   LIMIT 1)
  UNION ALL
  (SELECT invoice_no, submission_id, source_sheet, source_row FROM invoice
   WHERE direction = 'PURCHASE' AND is_current AND issuer_id = t.issuer_id AND invoice_date = t.day AND comp_ttc = t.ttc
     AND invoice_no_norm <> t.number_norm
   LIMIT 1)) i
ORDER BY t.n, i.invoice_no
