-- Another live order of the same customer for each: with the same reference of his (ORD-011), or with the same products
-- and quantities about the same day (ORD-012). One is enough, however many there are.
SELECT (t.n - 1)::int AS position, 'ORD-011' AS rule, o.order_no AS other, o.submission_id, o.source_sheet,
       o.source_row
FROM unnest(:customers::bigint[], :refs::text[], :numbers::text[]) WITH ORDINALITY AS t (customer_id, ref, number, n)
CROSS JOIN LATERAL (
  SELECT * FROM sales_order s
  WHERE s.customer_id = t.customer_id AND s.customer_ref = t.ref AND s.is_current
    AND s.customer_ref IS NOT NULL AND s.status <> 'CANCELLED' AND s.order_no_norm <> t.number
  LIMIT 1) o
WHERE t.ref IS NOT NULL
UNION ALL
SELECT (t.n - 1)::int AS position, 'ORD-012' AS rule, o.order_no AS other, o.submission_id, o.source_sheet,
       o.source_row
FROM unnest(:customers::bigint[], :fingerprints::bigint[], :dates::text[], :numbers::text[])
       WITH ORDINALITY AS t (customer_id, fingerprint, day, number, n)
CROSS JOIN LATERAL (
  SELECT * FROM sales_order s
  WHERE s.line_fingerprint = t.fingerprint AND s.customer_id = t.customer_id AND s.is_current
    AND s.order_date BETWEEN t.day::date - 2 AND t.day::date + 2
    AND s.status <> 'CANCELLED' AND s.order_no_norm <> t.number
  LIMIT 1) o
ORDER BY position, rule, other
