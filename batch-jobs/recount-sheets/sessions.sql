-- A workbook for each open session of which the last reconciliation wants something counted again, and nobody did since.
SELECT r.reconciliation_id, r.session_id, r.session_no, (:businessDate::date)::text AS business_date
FROM (
  SELECT DISTINCT ON (s.session_id) s.session_id, s.session_no, x.reconciliation_id
  FROM count_session s JOIN reconciliation x USING (session_id)
  WHERE s.status IN ('COUNTING', 'RECOUNT', 'REVIEW') AND s.withdrawn_by IS NULL AND x.done_at IS NOT NULL
  ORDER BY s.session_id, x.reconciliation_id DESC) r
WHERE EXISTS (
  SELECT FROM reconciliation_finding f
  JOIN reconciliation_line l ON l.reconciliation_id = f.reconciliation_id AND l.product_id = f.product_id AND l.lot_id IS NOT DISTINCT FROM f.lot_id
  JOIN count_line c ON c.session_id = r.session_id AND c.product_id = f.product_id AND (f.lot_id IS NULL OR c.lot_id = f.lot_id)
                   AND c.withdrawn_by IS NULL
  WHERE f.reconciliation_id = r.reconciliation_id AND f.rule_code = 'CNT-009'
    AND l.passes >= (SELECT count(*) FROM count_entry e WHERE e.line_id = c.line_id AND e.withdrawn_by IS NULL))
ORDER BY r.session_no
