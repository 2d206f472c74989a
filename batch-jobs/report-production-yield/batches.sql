-- Batches of the period, each beside what its recipe gave in the :historyDays days before: mean and twice the standard deviation of kg for 100 L
-- (of what has no milk: of the mass yield), of at least :leastBatches batches.
WITH usual AS (
  SELECT recipe, avg(kg_100l) AS kg_mean, 2 * stddev_samp(kg_100l) AS kg_spread, count(kg_100l) AS kg_batches,
         avg(mass_yield) AS mass_mean, 2 * stddev_samp(mass_yield) AS mass_spread, count(mass_yield) AS mass_batches
  FROM v_batch_yield WHERE made_on >= :from::date - :historyDays AND made_on < :from GROUP BY 1)
SELECT b.batch_no, b.made_on, b.product_code, b.product_name, b.recipe, b.milk_litres, b.fat, b.input_kg, b.output_kg, b.plan_yield, b.mass_yield,
       round(b.kg_100l, 2) AS kg_100l, round(u.kg_mean, 2) AS kg_mean, round(u.kg_mean - u.kg_spread, 2) AS kg_low,
       round(u.kg_mean + u.kg_spread, 2) AS kg_high, b.loss_kg, b.loss, b.loss_reason, b.minutes, b.operator, b.quality_status AS quality,
       CASE WHEN b.kg_100l < u.kg_mean - u.kg_spread AND u.kg_batches >= :leastBatches THEN 'LOW'
            WHEN b.kg_100l > u.kg_mean + u.kg_spread AND u.kg_batches >= :leastBatches THEN 'HIGH'
            WHEN b.kg_100l IS NULL AND b.mass_yield < u.mass_mean - u.mass_spread AND u.mass_batches >= :leastBatches THEN 'LOW'
            WHEN b.kg_100l IS NULL AND b.mass_yield > u.mass_mean + u.mass_spread AND u.mass_batches >= :leastBatches THEN 'HIGH'
            WHEN b.plan_yield < b.least_plan_yield THEN 'BELOW_PLAN'
            WHEN CASE WHEN b.kg_100l IS NULL THEN u.mass_batches ELSE u.kg_batches END >= :leastBatches THEN 'USUAL' END AS verdict
FROM v_batch_yield b LEFT JOIN usual u USING (recipe)
WHERE b.made_on >= :from AND b.made_on < :until
ORDER BY b.made_on, b.batch_no
