-- In the order in which they were found.
SELECT id, direct, document, sheet, coalesce(row_no, 0) AS row_no, coalesce(column_name, '') AS column_name, rule_code,
       severity, value, params
FROM v_api_finding
WHERE submission_id = :submission AND id > :after
ORDER BY id
LIMIT :limit
