-- Summed from the batches' own outputs: the sheets' sums must come to the same.
SELECT :from::date AS first_day, :until::date - 1 AS last_day, count(*) AS batches, coalesce(sum(b.milk_litres), 0) AS milk_litres, coalesce(sum(b.input_kg), 0) AS input_kg,
       coalesce(sum(b.output_kg), 0) AS output_kg, coalesce(sum(b.loss_kg), 0) AS loss_kg,
       sum(b.output_kg) FILTER (WHERE b.milk_litres > 0) * 100 / nullif(sum(b.milk_litres) FILTER (WHERE b.output_kg IS NOT NULL), 0) AS kg_100l,
       count(*) FILTER (WHERE b.qty_produced / nullif(b.qty_planned, 0) < 1 - coalesce(r.loss_tolerance_pct, 2) / 100) AS below_plan,
       count(*) FILTER (WHERE b.quality_status IN ('DEFAUT_MINEUR', 'DEFAUT_MAJEUR')) AS defects, 0::numeric AS control
FROM production_batch b LEFT JOIN recipe r USING (recipe_id)
WHERE b.is_current AND b.withdrawn_by IS NULL AND b.status NOT IN ('PLANNED', 'CANCELLED') AND b.made_on >= :from AND b.made_on < :until
