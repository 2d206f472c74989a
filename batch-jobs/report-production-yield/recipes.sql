-- What each recipe gave in the period, and in the :historyDays days before.
WITH made AS (
  SELECT recipe, product_code, product_name, count(*) AS batches, sum(milk_litres) AS milk_litres, sum(input_kg) AS input_kg,
         sum(output_kg) AS output_kg, sum(loss_kg) AS loss_kg,
         sum(output_kg) FILTER (WHERE milk_litres > 0) * 100 / nullif(sum(milk_litres) FILTER (WHERE output_kg IS NOT NULL), 0) AS kg_100l,
         sum(output_kg) FILTER (WHERE input_kg > 0) / nullif(sum(input_kg) FILTER (WHERE output_kg IS NOT NULL), 0) AS mass_yield
  FROM v_batch_yield WHERE made_on >= :from AND made_on < :until GROUP BY 1, 2, 3),
usual AS (
  SELECT recipe, product_code, count(*) AS batches, avg(kg_100l) AS mean, stddev_samp(kg_100l) AS spread
  FROM v_batch_yield WHERE made_on >= :from::date - :historyDays AND made_on < :from GROUP BY 1, 2)
SELECT m.recipe, m.product_code, m.product_name, m.batches, m.milk_litres, m.input_kg, m.output_kg, m.loss_kg, m.mass_yield,
       round(m.kg_100l, 2) AS kg_100l, u.batches AS batches_before, round(u.mean, 2) AS mean, round(u.spread, 3) AS spread,
       m.kg_100l / nullif(u.mean, 0) - 1 AS change
FROM made m LEFT JOIN usual u USING (recipe, product_code)
ORDER BY m.output_kg DESC NULLS LAST, m.recipe
