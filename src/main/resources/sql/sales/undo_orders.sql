-- Of the orders of a submission: which go, which give way to their former revision, which are kept because a later
-- revision or an invoice was built upon them. Invoices name orders as they like; numbers are compared as in decision 0006.
WITH own AS (
  SELECT * FROM sales_order WHERE submission_id = :submission AND withdrawn_by IS NULL),
why AS (
  SELECT DISTINCT ON (order_id) * FROM (
    SELECT o.order_id, 1 AS n, 'later-revision' AS reason, l.submission_id AS by_submission, l.order_no AS by_document
    FROM own o
    JOIN sales_order l ON l.order_no_norm = o.order_no_norm AND l.revision = o.revision + 1 AND l.withdrawn_by IS NULL
    WHERE NOT o.is_current
    UNION ALL
    SELECT o.order_id, 2, 'invoice', i.submission_id, i.invoice_no
    FROM own o
    JOIN invoice i ON i.receiver_id = o.customer_id AND i.order_no IS NOT NULL AND i.direction = 'SALE' AND i.is_current
                  AND upper(regexp_replace(i.order_no, '[^[:alnum:]]+', '', 'g')) = replace(o.order_no_norm, '-', '')
    WHERE o.is_current AND i.submission_id > :submission AND i.status NOT IN ('DRAFT', 'CANCELLED')
      AND document_number(i.order_no) = o.order_no_norm) b
  ORDER BY order_id, n, by_submission)
SELECT o.order_id, o.order_no, o.source_sheet, o.source_row,
       CASE WHEN w.reason IS NOT NULL THEN 'KEPT' WHEN o.supersedes_id IS NULL THEN 'WITHDRAWN' ELSE 'RESTORED' END,
       w.reason, w.by_submission, w.by_document
FROM own o LEFT JOIN why w USING (order_id)
