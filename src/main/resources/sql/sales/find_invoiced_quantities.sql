-- What was invoiced of each order, less what was credited, per product in its base unit; null where a unit has no
-- conversion. Orders are compared without punctuation here: the caller has the exact numbers.
SELECT (t.n - 1)::int AS position, i.order_no, l.product_id, min(i.invoice_no) AS invoice_no,
       min(coalesce(l.raw_product_code, l.description)) AS product,
       CASE WHEN count(*) = count(l.qty_base)
            THEN sum(CASE i.kind WHEN 'CREDIT_NOTE' THEN -l.qty_base ELSE l.qty_base END) END AS quantity
FROM unnest(:customers::bigint[], :numbers::text[]) WITH ORDINALITY AS t (customer_id, number, n)
JOIN invoice i ON i.receiver_id = t.customer_id AND i.direction = 'SALE' AND i.is_current AND i.order_no IS NOT NULL
              AND upper(regexp_replace(i.order_no, '[^[:alnum:]]+', '', 'g')) = t.number
              AND i.status NOT IN ('DRAFT', 'CANCELLED') AND i.kind IN ('INVOICE', 'CREDIT_NOTE')
JOIN invoice_line l ON l.invoice_id = i.invoice_id AND l.product_id IS NOT NULL
GROUP BY t.n, i.order_no, l.product_id
ORDER BY t.n, l.product_id
