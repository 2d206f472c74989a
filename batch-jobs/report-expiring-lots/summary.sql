-- What lies there with a date, and what of it expires when.
SELECT :businessDate::date AS day, count(*) FILTER (WHERE days_left <= :days) AS lots,
       coalesce(sum(value) FILTER (WHERE days_left < 0), 0) AS expired, coalesce(sum(value) FILTER (WHERE days_left BETWEEN 0 AND 7), 0) AS d7,
       coalesce(sum(value) FILTER (WHERE days_left BETWEEN 8 AND 15), 0) AS d15, coalesce(sum(value) FILTER (WHERE days_left BETWEEN 16 AND 30), 0) AS d30,
       coalesce(sum(value) FILTER (WHERE days_left > 30 AND days_left <= :days), 0) AS d60,
       coalesce(sum(round(value * left_over / qty, 2)) FILTER (WHERE days_left <= :days), 0) AS left_over,
       count(*) FILTER (WHERE days_left <= :days AND value IS NULL) AS without_value,
       coalesce(sum(value) FILTER (WHERE days_left > :days), 0) AS later, coalesce(sum(value), 0) AS dated, 0 AS control
FROM dated_lots(:businessDate::date, :salesDays::int, :zone)
