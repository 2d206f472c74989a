-- The month: the one before the business date's, or as many months before it as monthsBack says.
SELECT m.day AS month_from, (m.day + interval '1 month')::date AS month_to, to_char(m.day, 'YYYY-MM') AS month
FROM (SELECT (date_trunc('month', :businessDate::date) - :monthsBack * interval '1 month')::date AS day) m
