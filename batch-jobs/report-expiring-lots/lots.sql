-- Lots that lie somewhere at the end of the business date and expire within :days days, or have. What will be left when it expires is what
-- lies there less the product's average exits of the last :salesDays days until then, lots that expire sooner first; what has expired is not sold.
WITH stock AS (
  SELECT s.product_id, s.warehouse_id, s.lot_id, s.qty
  FROM stock_at((:businessDate::date + 1)::timestamp AT TIME ZONE :zone) s WHERE s.qty > 0 AND s.lot_id IS NOT NULL),
sold AS (
  SELECT product_id, warehouse_id, -sum(qty_base) / :salesDays AS daily FROM stock_movement
  WHERE origin IN ('VENTE', 'RETOUR_CLIENT') AND effective_at > (:businessDate::date + 1 - :salesDays::int)::timestamp AT TIME ZONE :zone
    AND effective_at <= (:businessDate::date + 1)::timestamp AT TIME ZONE :zone
  GROUP BY 1, 2),
cost AS (
  SELECT product_id, CASE WHEN sum(valued_qty) > 0 AND sum(value) >= 0 THEN sum(value) / sum(valued_qty) END AS unit_cost
  FROM v_stock_worth WHERE effective_at <= (:businessDate::date + 1)::timestamp AT TIME ZONE :zone GROUP BY 1),
lying AS (
  SELECT s.*, l.lot_code, l.made_on, coalesce(l.dlc, l.ddm) AS dlc, l.status, coalesce(l.dlc, l.ddm) - :businessDate::date AS days_left,
         greatest(coalesce(d.daily, 0), 0) AS daily
  FROM stock s JOIN lot l USING (lot_id) LEFT JOIN sold d ON d.product_id = s.product_id AND d.warehouse_id = s.warehouse_id
  WHERE coalesce(l.dlc, l.ddm) IS NOT NULL),
sooner AS ( -- what lies there up to this lot, less what is sold until it expires: never less than a sooner one lacked
  SELECT *, least(0, min(daily * greatest(days_left, 0) - up_to) OVER w) AS unsold
  FROM (SELECT *, sum(qty) OVER w AS up_to FROM lying
        WINDOW w AS (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id ROWS UNBOUNDED PRECEDING)) l
  WINDOW w AS (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id ROWS UNBOUNDED PRECEDING)),
rest AS (
  SELECT *, lag(unsold, 1, 0) OVER (PARTITION BY product_id, warehouse_id ORDER BY dlc, lot_code, lot_id) - unsold AS left_over FROM sooner)
SELECT g.lot_code, o.product_code, o.name, g.made_on, g.dlc, g.days_left,
       CASE WHEN g.dlc > g.made_on THEN greatest(g.days_left, 0)::numeric / (g.dlc - g.made_on) END AS life_left, g.qty, o.base_uom,
       round(g.qty * c.unit_cost, 2) AS value, w.code AS warehouse, g.status, g.daily, g.left_over,
       CASE WHEN g.days_left < 0 THEN 'EXPIRED' WHEN g.days_left <= 7 THEN 'D7' WHEN g.days_left <= 15 THEN 'D15'
            WHEN g.days_left <= 30 THEN 'D30' ELSE 'D60' END AS bucket
FROM rest g JOIN product o USING (product_id) JOIN warehouse w USING (warehouse_id)
LEFT JOIN cost c USING (product_id)
WHERE g.days_left <= :days
ORDER BY g.dlc, o.product_code, g.lot_code, w.code
