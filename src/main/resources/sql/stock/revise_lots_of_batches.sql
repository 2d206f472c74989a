-- What a batch says of the lots that it made. A lot that somebody blocked or called back stays so.
UPDATE lot l
SET batch_id = t.batch,
    made_on = coalesce(t.made::date, l.made_on),
    dlc = coalesce(t.dlc::date, l.dlc),
    ddm = coalesce(t.ddm::date, l.ddm),
    status = CASE WHEN t.reason IS NOT NULL AND l.status IN ('AVAILABLE', 'QUARANTINE') THEN 'BLOCKED' ELSE l.status END,
    blocked_reason = coalesce(l.blocked_reason, t.reason)
FROM unnest(:products::bigint[], :codes::text[], :norms::text[], :batches::bigint[], :made::text[], :dlcs::text[],
            :ddms::text[], :reasons::text[])
  AS t (product_id, code, norm, batch, made, dlc, ddm, reason)
WHERE l.product_id = t.product_id AND l.lot_code_norm = t.norm AND l.supplier_id IS NULL
  AND l.withdrawn_by IS NULL
