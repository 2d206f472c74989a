-- A new submission, unless this delivery, or these bytes with an effect, are there already.
INSERT INTO submission (node, channel, delivery, folder, original_name, sha256, byte_size, status, duplicate_of, waits_for,
                        acknowledgement, preview, tenant, client, wanted_feed, traceparent, finished_at)
VALUES (:node, :channel, :delivery, :folder, :name, :hash, :size, :status, :duplicateOf, :waitsFor,
        :acknowledgement, :preview, :tenant, :client, :feed, :traceparent,
        CASE WHEN :status = 'RECEIVED' THEN NULL ELSE now() END)
ON CONFLICT DO NOTHING
RETURNING id
