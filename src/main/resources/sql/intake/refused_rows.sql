-- The refused rows of one sheet in their order, each as often as it has findings to tell, and once without any: first
-- its own, then those of its document that stand at no refused row.
WITH elsewhere AS MATERIALIZED (
  SELECT f.document, f.column_name, f.rule_code, f.value, f.expected, f.message, f.id
  FROM finding f
  WHERE f.submission_id = :id AND f.severity LIKE 'REJECT%' AND f.document IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM refused_row x
                    WHERE x.submission_id = f.submission_id AND x.sheet = f.sheet AND x.row_no = f.row_no))
SELECT r.row_no, f.column_name, f.rule_code, f.value, f.expected, f.message, 1 AS turn, f.id
FROM refused_row r
LEFT JOIN finding f ON f.submission_id = r.submission_id AND f.sheet = r.sheet AND f.row_no = r.row_no
                   AND f.severity LIKE 'REJECT%'
WHERE r.submission_id = :id AND r.sheet = :sheet
UNION ALL
SELECT r.row_no, e.column_name, e.rule_code, e.value, e.expected, e.message, 2 AS turn, e.id
FROM elsewhere e
JOIN refused_row r ON r.submission_id = :id AND r.sheet = :sheet AND r.document = e.document
ORDER BY row_no, turn, id
