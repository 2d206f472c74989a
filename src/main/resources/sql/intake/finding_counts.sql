-- How often each rule fired, gravest first, with its first message as the example.
WITH counted AS (
  SELECT severity, rule_code, count(*) AS count, min(id) AS first_id
  FROM finding WHERE submission_id = :id GROUP BY severity, rule_code)
SELECT c.severity, c.rule_code, c.count, f.message AS example, f.sheet
FROM counted c JOIN finding f ON f.id = c.first_id AND f.submission_id = :id
ORDER BY array_position(ARRAY ['REJECT_FILE', 'REJECT_DOC', 'REJECT_ROW', 'WARN', 'INFO'], c.severity), c.first_id
