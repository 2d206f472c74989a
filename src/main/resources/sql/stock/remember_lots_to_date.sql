-- Lots of other files as they are before a file says until when they may be used.
INSERT INTO lot_change (lot_id, submission_id, before)
SELECT l.lot_id, :submission, to_jsonb(l) FROM lot l
WHERE l.lot_id = ANY (:lots) AND l.dlc IS NULL AND l.ddm IS NULL AND l.submission_id <> :submission
