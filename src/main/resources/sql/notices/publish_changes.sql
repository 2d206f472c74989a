-- What a submission changed, for each webhook that wants it: those of the configuration, which see all, and registered ones.
WITH receiver AS (
  SELECT id, tenant, events, 'PARTNER_WEBHOOK' AS kind, 'api-' || id AS target FROM webhook WHERE disabled_at IS NULL
  UNION ALL
  SELECT NULL, 'hub', ARRAY[c.event], 'WEBHOOK', c.name
  FROM unnest(:names::text[], :events::text[]) AS c (name, event))
INSERT INTO notice (dedupe_key, kind, target, payload, node, traceparent, webhook_id)
SELECT concat_ws(':', 'webhook', c.event, c.submission_id, c.kind, c.id, r.target), r.kind, r.target,
       jsonb_build_object('type', c.event, 'timestamp', api_moment(clock_timestamp()), 'data', jsonb_build_object(
         'kind', c.kind, 'id', c.id::text, 'number', c.number, 'revision', c.revision,
         'submissionId', c.submission_id::text)),
       :node, (SELECT s.traceparent FROM submission s WHERE s.id = c.submission_id), r.id
FROM receiver r JOIN v_document_change c ON c.event = ANY (r.events) AND r.tenant IN ('hub', c.tenant)
WHERE c.submission_id = ANY (:submissions::bigint[])
ORDER BY c.kind, c.id
ON CONFLICT DO NOTHING
