-- Gravest first, then in the order of the file. Named as the record's components are: under another name each row would
-- cost an exception.
SELECT document, sheet, row_no AS rowno, column_name AS columnname, rule_code AS rulecode, severity, value, expected,
       message
FROM finding
WHERE submission_id = :id
ORDER BY array_position(ARRAY ['REJECT_FILE', 'REJECT_DOC', 'REJECT_ROW', 'WARN', 'INFO'], severity),
         sheet, row_no NULLS FIRST, id
