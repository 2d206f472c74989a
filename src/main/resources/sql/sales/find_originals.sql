-- What credit notes refer to, of the same party, with what other credit notes gave back already; the newest of equal
-- numbers.
SELECT DISTINCT ON (q.direction, q.party_id, q.number) q.direction, q.party_id, q.number AS invoice_no_norm,
       i.invoice_id, i.comp_ttc,
       coalesce((SELECT sum(c.comp_ttc) FROM invoice c
                 WHERE c.original_invoice_id = i.invoice_id AND c.is_current AND c.status <> 'CANCELLED'), 0) AS credited
FROM unnest(:directions::text[], :parties::bigint[], :numbers::text[]) q(direction, party_id, number)
JOIN invoice i ON i.invoice_no_norm = q.number AND i.is_current AND i.direction = q.direction
  AND i.kind <> 'CREDIT_NOTE'
  AND CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END = q.party_id
ORDER BY q.direction, q.party_id, q.number, i.invoice_date DESC
