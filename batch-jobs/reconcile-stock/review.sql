-- Whoever found too little three times running (CNT-015) is looked at, however little it was: somebody approves it (§5.3).
UPDATE reconciliation_product p SET level = 'SINGLE'
FROM reconciliation r
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND p.reconciliation_id = r.reconciliation_id AND p.level = 'AUTO'
  AND EXISTS (SELECT FROM reconciliation_finding f
              WHERE f.reconciliation_id = p.reconciliation_id AND f.product_id = p.product_id AND f.rule_code = 'CNT-015')
