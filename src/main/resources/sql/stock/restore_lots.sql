-- Every field that the submission changed and nobody since.
UPDATE lot l
SET batch_id = r.batch_id, made_on = r.made_on, received_on = r.received_on, dlc = r.dlc, ddm = r.ddm, status = r.status,
    blocked_reason = r.blocked_reason
FROM (
  SELECT DISTINCT ON (c.lot_id) c.lot_id, c.before, to_jsonb(k) AS now, coalesce(n.before, to_jsonb(k)) AS after
  FROM v_undo_entry e
  JOIN lot_change c ON c.lot_id = e.record_id AND c.submission_id = :submission AND c.withdrawn_by IS NULL
  JOIN lot k ON k.lot_id = c.lot_id
  LEFT JOIN LATERAL (SELECT n.before FROM lot_change n
                     WHERE n.lot_id = c.lot_id AND n.change_id > c.change_id
                       AND n.submission_id NOT IN (:submission, :undo)
                     ORDER BY n.change_id LIMIT 1) n ON true
  WHERE e.undo_id = :undo AND e.kind = 'lot' AND e.outcome = 'RESTORED'
  ORDER BY c.lot_id, c.change_id) c
CROSS JOIN LATERAL (
  SELECT c.now || coalesce(jsonb_object_agg(b.key, b.value), '{}') AS lot FROM jsonb_each(c.before) b
  WHERE b.value IS DISTINCT FROM c.after -> b.key AND c.now -> b.key IS NOT DISTINCT FROM c.after -> b.key) j
CROSS JOIN LATERAL jsonb_populate_record(NULL::lot, j.lot) r
WHERE l.lot_id = c.lot_id
