-- What refuses the file itself: rejections at no refused row and of no document.
SELECT document, sheet, row_no, column_name, rule_code, severity, value, expected, message
FROM finding f
WHERE submission_id = :id AND severity LIKE 'REJECT%' AND document IS NULL
  AND NOT EXISTS (SELECT 1 FROM refused_row x
                  WHERE x.submission_id = f.submission_id AND x.sheet = f.sheet AND x.row_no = f.row_no)
ORDER BY id
LIMIT 1000
