-- What a submission counted, line by line: it stays where the count is closed, where somebody approved its difference or counted
-- again since.
WITH own AS (
  SELECT e.line_id, min(e.source_sheet) AS source_sheet, min(e.source_row) AS source_row
  FROM count_entry e WHERE e.submission_id = :submission AND e.withdrawn_by IS NULL GROUP BY e.line_id),
why AS (
  SELECT DISTINCT ON (line_id) * FROM (
    SELECT o.line_id, 1 AS n, 'count-closed' AS reason, NULL::bigint AS by_submission, s.session_no AS by_document
    FROM own o JOIN count_line l USING (line_id) JOIN count_session s USING (session_id)
    WHERE s.status NOT IN ('OPEN', 'COUNTING', 'RECOUNT')
       OR EXISTS (SELECT FROM count_adjustment a
                  WHERE a.line_id = o.line_id AND (a.status = 'POSTED' OR a.approved_by_1 IS NOT NULL))
    UNION ALL
    SELECT o.line_id, 2, 'counted-again', e.submission_id, e.counted_by
    FROM own o JOIN count_entry e USING (line_id)
    WHERE e.withdrawn_by IS NULL AND e.submission_id > :submission) a
  ORDER BY line_id, n, by_submission)
SELECT o.line_id, s.session_no, o.source_sheet, o.source_row, CASE WHEN w.reason IS NULL THEN 'WITHDRAWN' ELSE 'KEPT' END,
       w.reason, w.by_submission, w.by_document
FROM own o JOIN count_line l USING (line_id) JOIN count_session s USING (session_id) LEFT JOIN why w USING (line_id)
