-- The first approval of a difference, or the second one where it needs two. What documents gave as its reason stays, unless
-- somebody speaks of that product alone.
UPDATE count_adjustment SET
  status = CASE WHEN level = 'DOUBLE' AND approved_by_1 IS NULL THEN 'PENDING' ELSE 'APPROVED' END,
  approved_by_2 = CASE WHEN approved_by_1 IS NOT NULL THEN :by END,
  approved_at_2 = CASE WHEN approved_by_1 IS NOT NULL THEN now() END,
  approved_by_1 = coalesce(approved_by_1, :by),
  approved_at_1 = coalesce(approved_at_1, now()),
  reason_code = CASE WHEN :alone THEN coalesce(:reason, reason_code) ELSE coalesce(reason_code, :reason) END
WHERE adjustment_id = ANY (:ids) AND status = 'PENDING'
