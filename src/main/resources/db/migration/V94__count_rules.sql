-- The rules that whoever approves a difference should know: what the reconciliation found, and that a line may be counted in another unit
-- (CNT-016), which its file was told. No lot: of all lots, or the product was counted as a whole.
CREATE VIEW v_count_rule WITH (security_invoker = true) AS
SELECT reconciliation_id, product_id, lot_id, rule_code FROM reconciliation_finding
UNION ALL
SELECT r.reconciliation_id, c.product_id,
       CASE WHEN NOT EXISTS (SELECT FROM count_line w WHERE w.session_id = c.session_id AND w.product_id = c.product_id
                               AND w.lot_id IS NULL AND w.withdrawn_by IS NULL) THEN c.lot_id END,
       d.rule_code
FROM reconciliation r JOIN count_line c USING (session_id) JOIN count_entry e USING (line_id)
JOIN finding d ON d.submission_id = e.submission_id AND d.sheet = e.source_sheet AND d.row_no = e.source_row AND d.rule_code = 'CNT-016'
WHERE c.withdrawn_by IS NULL AND e.withdrawn_by IS NULL;
