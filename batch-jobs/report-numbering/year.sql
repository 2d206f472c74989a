-- The year of the last whole month.
SELECT extract(year FROM date_trunc('month', :businessDate::date) - interval '1 day')::int AS year,
       date_trunc('month', :businessDate::date)::date AS until
