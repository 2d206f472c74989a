SELECT id, target, created_at, payload, notice_identity(notice) AS identity, webhook_id, traceparent FROM notice WHERE id = :id
