-- Of the invoices of a submission: which go, which give way to their former revision, which are kept because of what
-- was built upon them since: a later revision, a payment, a credit note (one of the same file that is kept, too).
WITH own AS (
  SELECT * FROM invoice WHERE submission_id = :submission AND withdrawn_by IS NULL),
built AS (
  SELECT o.invoice_id, 1 AS n, 'later-revision' AS reason, l.submission_id AS by_submission, l.invoice_no AS by_document
  FROM own o
  JOIN invoice l ON l.direction = o.direction AND l.kind = o.kind AND l.issuer_id = o.issuer_id
                AND l.fiscal_year = o.fiscal_year AND l.invoice_no_norm = o.invoice_no_norm
                AND l.revision = o.revision + 1 AND l.withdrawn_by IS NULL
  WHERE NOT o.is_current
  UNION ALL
  SELECT o.invoice_id, 2, 'payment', p.submission_id, p.amount::text || ' DA'
  FROM own o JOIN payment p ON p.invoice_id = o.invoice_id AND p.withdrawn_by IS NULL
  UNION ALL
  SELECT o.invoice_id, 3, 'credit-note', c.submission_id, c.invoice_no
  FROM own o JOIN invoice c ON c.original_invoice_id = o.invoice_id AND c.is_current AND c.submission_id > :submission),
kept AS (
  SELECT * FROM built
  UNION ALL
  SELECT o.invoice_id, 4, 'credit-note', c.submission_id, c.invoice_no
  FROM own o JOIN own c ON c.original_invoice_id = o.invoice_id
  WHERE c.invoice_id IN (SELECT invoice_id FROM built)),
why AS (
  SELECT DISTINCT ON (invoice_id) * FROM kept ORDER BY invoice_id, n, by_submission)
SELECT o.invoice_id, o.invoice_no, o.source_sheet, o.source_row,
       CASE WHEN w.reason IS NOT NULL THEN 'KEPT' WHEN o.supersedes_id IS NULL THEN 'WITHDRAWN' ELSE 'RESTORED' END,
       w.reason, w.by_submission, w.by_document
FROM own o LEFT JOIN why w USING (invoice_id)
