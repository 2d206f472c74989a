-- A mail without an attachment is no arrival either: nobody's file is called so.
CREATE OR REPLACE VIEW v_feed_arrival AS
SELECT s.id, s.feed, first.feed AS repeats, s.folder, s.original_name, s.status, s.received_at, s.rows_read,
       jsonb_path_exists(s.detected, '$.headers[*].texts[*] ? (@ starts with "Hub :")') AS is_correction
FROM submission s LEFT JOIN submission first ON first.id = s.duplicate_of
WHERE NOT s.preview AND s.folder <> 'undo'
  AND NOT (s.sha256 IS NULL AND EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.rule_code IN ('FIL-036', 'FIL-039')));
