-- Of the batches of a submission: which go, which give way to their former revision, which are kept because of a later
-- revision or because a lot that they made, and that their former revision had not made, was used since; what such a
-- batch used of the same file is kept with it.
WITH RECURSIVE own AS (
  SELECT * FROM production_batch WHERE submission_id = :submission AND withdrawn_by IS NULL),
made AS (
  SELECT DISTINCT o.batch_id, x.lot_id
  FROM own o JOIN batch_output x USING (batch_id)
  WHERE x.lot_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM batch_output f WHERE f.batch_id = o.supersedes_id AND f.lot_id = x.lot_id)),
built AS (
  SELECT o.batch_id, 1 AS n, 'later-revision' AS reason, l.submission_id AS by_submission, l.batch_no AS by_document
  FROM own o
  JOIN production_batch l ON l.batch_no_norm = o.batch_no_norm AND l.revision = o.revision + 1
                         AND l.withdrawn_by IS NULL
  WHERE NOT o.is_current
  UNION ALL
  SELECT m.batch_id, 2, 'lot-used', u.submission_id, u.document
  FROM made m JOIN v_record_use u ON u.kind = 'lot' AND u.record_id = m.lot_id
  WHERE u.submission_id > :submission),
kept AS (
  SELECT batch_id FROM built
  UNION
  SELECT m.batch_id FROM kept k JOIN batch_input i USING (batch_id) JOIN made m ON m.lot_id = i.lot_id),
why AS (
  SELECT DISTINCT ON (batch_id) * FROM (
    SELECT * FROM built
    UNION ALL
    SELECT m.batch_id, 3, 'lot-used', b.submission_id, b.batch_no
    FROM kept k JOIN own b USING (batch_id) JOIN batch_input i USING (batch_id) JOIN made m ON m.lot_id = i.lot_id) a
  ORDER BY batch_id, n, by_submission)
SELECT o.batch_id, o.batch_no, o.source_sheet, o.source_row,
       CASE WHEN w.reason IS NOT NULL THEN 'KEPT' WHEN o.supersedes_id IS NULL THEN 'WITHDRAWN' ELSE 'RESTORED' END,
       w.reason, w.by_submission, w.by_document
FROM own o LEFT JOIN why w USING (batch_id)
