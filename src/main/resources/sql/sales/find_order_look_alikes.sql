-- Other live orders of the same customer: with the same reference of his (ORD-011), or with the same
-- products and quantities about the same day (ORD-012).
SELECT (t.n - 1)::int AS position, 'ORD-011' AS rule, o.order_no AS other, o.submission_id, o.source_sheet,
       o.source_row
FROM unnest(:customers::bigint[], :refs::text[], :numbers::text[]) WITH ORDINALITY AS t (customer_id, ref, number, n)
JOIN sales_order o ON o.customer_id = t.customer_id AND o.customer_ref = t.ref AND o.is_current
                  AND o.customer_ref IS NOT NULL AND o.status <> 'CANCELLED' AND o.order_no_norm <> t.number
WHERE t.ref IS NOT NULL
UNION ALL
SELECT (t.n - 1)::int AS position, 'ORD-012' AS rule, o.order_no AS other, o.submission_id, o.source_sheet,
       o.source_row
FROM unnest(:customers::bigint[], :fingerprints::bigint[], :dates::text[], :numbers::text[])
       WITH ORDINALITY AS t (customer_id, fingerprint, day, number, n)
JOIN sales_order o ON o.line_fingerprint = t.fingerprint AND o.is_current AND o.customer_id = t.customer_id
                  AND o.order_date BETWEEN t.day::date - 2 AND t.day::date + 2
                  AND o.status <> 'CANCELLED' AND o.order_no_norm <> t.number
ORDER BY position, rule, other
