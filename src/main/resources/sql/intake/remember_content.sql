-- The place of these bytes; the first one stays in force. Updating nothing makes the row come back.
INSERT INTO content (sha256, path, byte_size) VALUES (:hash, :path, :size)
ON CONFLICT (sha256) DO UPDATE SET path = coalesce(content.path, excluded.path), body = NULL
RETURNING path
