-- Every field that the submission changed and nobody since; a role stays while documents in force use it.
WITH used AS (
  SELECT u.party_id, bool_or(u.customer) AS customer, bool_or(NOT u.customer) AS supplier
  FROM v_party_role u
  WHERE u.party_id IN (SELECT record_id FROM v_undo_entry WHERE undo_id = :undo AND kind = 'party' AND outcome = 'RESTORED')
  GROUP BY u.party_id)
UPDATE party r
SET party_code = f.party_code,
    is_customer = f.is_customer OR (r.is_customer AND coalesce((SELECT customer FROM used WHERE party_id = r.party_id), false)),
    is_supplier = f.is_supplier OR (r.is_supplier AND coalesce((SELECT supplier FROM used WHERE party_id = r.party_id), false)),
    name = f.name,
    name_norm = f.name_norm, customer_type = f.customer_type, nif = f.nif, nis = f.nis, rc = f.rc, rc_norm = f.rc_norm,
    ai = f.ai, address = f.address, wilaya = f.wilaya, phone = f.phone, email = f.email,
    payment_terms_days = f.payment_terms_days, credit_limit = f.credit_limit, active = f.active,
    provisional = f.provisional, submission_id = f.submission_id,
    source_sheet = f.source_sheet, source_row = f.source_row
FROM (
  SELECT DISTINCT ON (c.record_id) c.record_id, c.before, j.now, coalesce(n.before, j.now) AS after
  FROM v_undo_entry e
  JOIN record_change c ON c.kind = 'party' AND c.record_id = e.record_id AND c.submission_id = :submission
                      AND c.withdrawn_by IS NULL
  JOIN party r ON r.party_id = c.record_id
  CROSS JOIN LATERAL (SELECT to_jsonb(r) AS now) j
  LEFT JOIN LATERAL (SELECT n.before FROM record_change n
                     WHERE n.kind = 'party' AND n.record_id = c.record_id AND n.change_id > c.change_id
                       AND n.submission_id NOT IN (:submission, :undo)
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE e.undo_id = :undo AND e.kind = 'party' AND e.outcome = 'RESTORED'
  ORDER BY c.record_id, c.change_id) c
CROSS JOIN LATERAL (
  SELECT c.now || coalesce(jsonb_object_agg(b.key, b.value), '{}') AS record FROM jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key AND c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) j
CROSS JOIN LATERAL jsonb_populate_record(NULL::party, j.record) f
WHERE r.party_id = c.record_id
