-- The latest version of each recipe.
SELECT DISTINCT ON (recipe_code) recipe_id, product_id, recipe_code, loss_tolerance_pct, shelf_life_days, min_ripening_days
FROM recipe
WHERE recipe_code = ANY (:codes)
ORDER BY recipe_code, version DESC
