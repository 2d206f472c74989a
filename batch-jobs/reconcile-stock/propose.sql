-- An adjustment for every difference. What nobody needs to approve is approved; what has changed since somebody approved or refused
-- it (its quantity, its value or what documents say of it) is open again. The reason is the documents' where they explain most of
-- it, and the approver's to say where nothing does.
INSERT INTO count_adjustment AS a (line_id, final_qty, rolled_book_qty, delta_qty, delta_value, level, proposed_reason, reason_code, status)
SELECT l.line_id, l.counted_qty, l.rolled_book_qty, l.delta_qty, round(l.delta_qty * p.unit_cost, 2), p.level, d.reason, d.reason,
       CASE p.level WHEN 'AUTO' THEN 'APPROVED' ELSE 'PENDING' END
FROM reconciliation r
JOIN reconciliation_line l USING (reconciliation_id)
JOIN reconciliation_product p USING (reconciliation_id, product_id)
CROSS JOIN LATERAL (
  SELECT CASE WHEN l.explained_qty < 0 AND 2 * abs(l.explained_qty) >= abs(l.delta_qty) THEN 'UNRECORDED_EXIT'
              WHEN l.explained_qty > 0 AND 2 * abs(l.explained_qty) >= abs(l.delta_qty) THEN 'UNRECORDED_ENTRY'
              WHEN p.residual_qty = 0 AND p.explained_qty = 0 THEN 'LABEL_SWAP'
              WHEN p.level = 'AUTO' THEN 'INVENTORY_ADJUSTMENT' END AS reason) d
WHERE r.business_date = :businessDate AND r.attempt = :attempt AND r.done_at IS NULL
  AND l.delta_qty <> 0 AND NOT l.disputed
ON CONFLICT (line_id) DO UPDATE SET
  final_qty = excluded.final_qty, rolled_book_qty = excluded.rolled_book_qty, delta_qty = excluded.delta_qty,
  delta_value = excluded.delta_value, level = excluded.level,
  proposed_reason = excluded.proposed_reason, reason_code = excluded.reason_code, status = excluded.status,
  approved_by_1 = NULL, approved_at_1 = NULL, approved_by_2 = NULL, approved_at_2 = NULL
WHERE a.status <> 'POSTED'
  AND (a.final_qty, a.rolled_book_qty, a.delta_value, a.level, a.proposed_reason)
    IS DISTINCT FROM (excluded.final_qty, excluded.rolled_book_qty, excluded.delta_value, excluded.level, excluded.proposed_reason)
