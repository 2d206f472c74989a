-- Gravest first, then in the order of the file.
SELECT document, sheet, row_no, column_name, rule_code, severity, value, expected, message
FROM finding
WHERE submission_id = :id
ORDER BY array_position(ARRAY ['REJECT_FILE', 'REJECT_DOC', 'REJECT_ROW', 'WARN', 'INFO'], severity),
         sheet, row_no NULLS FIRST, id
