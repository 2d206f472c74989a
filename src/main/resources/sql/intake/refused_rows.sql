-- The refused rows of one sheet in their order, each as often as it has findings to tell, and once without any: first
-- its own, then those of its document that stand at no refused row. The submission's rows are taken first, so that a
-- table without statistics of them cannot make the planner compare each with each. Columns are named as the record's
-- components are: under another name each row would cost an exception.
WITH refused AS MATERIALIZED (
  SELECT sheet, row_no, document, cells FROM refused_row WHERE submission_id = :id),
refusing AS MATERIALIZED (
  SELECT id, sheet, row_no, document, column_name, rule_code, value, expected, message
  FROM finding WHERE submission_id = :id AND severity LIKE 'REJECT%'),
elsewhere AS MATERIALIZED (
  SELECT f.* FROM refusing f
  WHERE f.document IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM refused x WHERE x.sheet = f.sheet AND x.row_no = f.row_no))
SELECT r.row_no AS rowno, r.cells, f.column_name AS columnname, f.rule_code AS rulecode, f.value, f.expected, f.message, 1 AS turn, f.id
FROM refused r
LEFT JOIN refusing f ON f.sheet = r.sheet AND f.row_no = r.row_no
WHERE r.sheet = :sheet
UNION ALL
SELECT r.row_no, r.cells, e.column_name, e.rule_code, e.value, e.expected, e.message, 2 AS turn, e.id
FROM elsewhere e
JOIN refused r ON r.document = e.document
WHERE r.sheet = :sheet
ORDER BY rowno, turn, id
