SELECT id, target, created_at, payload,
  -- the recipients of one letter, or webhooks of one event, are written at one moment under one key
  encode(sha256(convert_to(concat_ws(' ', node, substr(dedupe_key, 1, length(dedupe_key) - length(target)),
    extract(epoch FROM created_at)), 'UTF8')), 'hex') AS identity
FROM notice WHERE id = :id
