-- That a mail had more attachments than one may have is told as a submission of its own (FIL-039): no file that came for a feed.
CREATE OR REPLACE VIEW v_feed_arrival AS
SELECT s.id, s.feed, first.feed AS repeats, s.folder, s.original_name, s.status, s.received_at, s.rows_read,
       jsonb_path_exists(s.detected, '$.headers[*].texts[*] ? (@ starts with "Hub :")') AS is_correction
FROM submission s LEFT JOIN submission first ON first.id = s.duplicate_of
WHERE NOT s.preview AND s.folder <> 'undo'
  AND NOT (s.sha256 IS NULL AND EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.rule_code = 'FIL-039'));
