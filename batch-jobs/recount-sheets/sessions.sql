-- A workbook for each open session of which the last reconciliation wants something counted again and nobody did since, or in which the article
-- that somebody asks for was counted.
SELECT coalesce(r.reconciliation_id, 0) AS reconciliation_id, s.session_id, s.session_no, (:businessDate::date)::text AS business_date,
       coalesce('-' || :product::text, '') AS of_product
FROM count_session s
LEFT JOIN LATERAL (
  SELECT x.reconciliation_id FROM reconciliation x WHERE x.session_id = s.session_id AND x.done_at IS NOT NULL
  ORDER BY x.reconciliation_id DESC LIMIT 1) r ON true
WHERE s.status IN ('COUNTING', 'RECOUNT', 'REVIEW') AND s.withdrawn_by IS NULL
  AND (:session::text IS NULL OR s.session_no_norm = :session)
  AND EXISTS (SELECT FROM count_line c JOIN product p USING (product_id)
              WHERE c.session_id = s.session_id AND c.withdrawn_by IS NULL
                AND CASE WHEN :product::text IS NULL THEN to_be_recounted(c.line_id, r.reconciliation_id) ELSE p.product_code = :product END)
ORDER BY s.session_no
