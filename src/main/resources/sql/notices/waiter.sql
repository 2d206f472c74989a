SELECT id, target, created_at, payload, notice_identity(notice) AS identity, webhook_id FROM notice WHERE id = :id
