-- The submission of an undo that a program asked for.
INSERT INTO submission (node, channel, delivery, folder, original_name, status, acknowledgement, preview, tenant, client,
                        undoes, traceparent, started_at)
SELECT :node, 'REST', 'api|' || :token, :folder, s.original_name, 'POSTING',
       :folder || '/api-' || s.id || '-' || :token || '.ack.xlsx', :dry, s.tenant, :client, s.id, :traceparent, clock_timestamp()
FROM submission s WHERE s.id = :submission
RETURNING id
