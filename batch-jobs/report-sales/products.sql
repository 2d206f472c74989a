-- Products by what was sold of them in the month, credit notes taken off, beside the month before and the same month a year before; the share of
-- all and as it adds up (ABC). What was sold without naming a product is one row.
WITH product_of AS (
  SELECT product_id, CASE WHEN bool_and(qty IS NOT NULL) THEN sum(qty) END AS qty, CASE WHEN bool_and(kg IS NOT NULL) THEN sum(kg) END AS kg,
         CASE WHEN bool_and(cost IS NOT NULL) THEN sum(cost) END AS cost, sum(gross) AS gross, sum(sold) AS sold, sum(credited) AS credited,
         sum(net) AS net, sum(before) AS before, sum(year_before) AS year_before
  FROM sales_of_month(:month_from::date, :zone) GROUP BY 1)
SELECT o.product_type, o.product_code, coalesce(o.name, '–') AS name, n.qty, o.base_uom, n.kg, n.sold, n.credited, n.net,
       CASE WHEN n.gross > 0 THEN 1 - n.net / n.gross END AS discount, CASE WHEN n.qty > 0 THEN n.net / n.qty END AS price,
       CASE WHEN n.kg > 0 THEN n.net / n.kg END AS price_kg, n.before, CASE WHEN n.before > 0 THEN n.net / n.before - 1 END AS change,
       n.year_before, CASE WHEN n.year_before > 0 THEN n.net / n.year_before - 1 END AS year_change,
       n.cost, n.net - n.cost AS margin, CASE WHEN n.net > 0 THEN (n.net - n.cost) / n.net END AS margin_rate,
       CASE WHEN sum(n.net) OVER () > 0 THEN n.net / sum(n.net) OVER () END AS share,
       CASE WHEN sum(n.net) OVER () > 0 THEN sum(n.net) OVER (ORDER BY n.net DESC, n.product_id) / sum(n.net) OVER () END AS running
FROM product_of n LEFT JOIN product o USING (product_id)
ORDER BY n.net DESC, n.product_id
