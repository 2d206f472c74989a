-- The first approval of a difference, or the second one where it needs two. What documents gave as its reason stays, unless
-- somebody speaks of that product alone; what nobody has to approve gets its reason so, from somebody who is named with it.
UPDATE count_adjustment SET
  status = CASE WHEN level = 'DOUBLE' AND approved_by_1 IS NULL THEN 'PENDING' ELSE 'APPROVED' END,
  approved_by_2 = CASE WHEN level <> 'AUTO' AND approved_by_1 IS NOT NULL THEN :by END,
  approved_at_2 = CASE WHEN level <> 'AUTO' AND approved_by_1 IS NOT NULL THEN now() END,
  approved_by_1 = CASE WHEN level = 'AUTO' THEN :by ELSE coalesce(approved_by_1, :by) END,
  approved_at_1 = CASE WHEN level = 'AUTO' THEN now() ELSE coalesce(approved_at_1, now()) END,
  reason_code = CASE WHEN :alone THEN coalesce(:reason, reason_code) ELSE coalesce(reason_code, :reason) END
WHERE adjustment_id = ANY (:ids) AND (status = 'PENDING' OR (status = 'APPROVED' AND level = 'AUTO' AND :alone))
