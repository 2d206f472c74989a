-- The file's own totals for its acknowledgement, those that differ first.
SELECT sheet, row_no, label, column_name, declared, read_value, difference, agrees
FROM control_figure
WHERE submission_id = :id
ORDER BY agrees, sheet, row_no, column_name
