-- Lots that expire within :days days, or have, and what is to be done about each.
SELECT g.lot_code, o.product_code, o.name, g.made_on, g.dlc, g.days_left,
       CASE WHEN g.dlc > g.made_on THEN greatest(g.days_left, 0)::numeric / (g.dlc - g.made_on) END AS life_left, g.qty, o.base_uom, g.kg, g.value,
       w.code AS warehouse, g.status, g.daily, g.left_over,
       CASE WHEN g.days_left < 0 THEN 'EXPIRED' WHEN g.days_left <= 7 THEN 'D7' WHEN g.days_left <= 15 THEN 'D15'
            WHEN g.days_left <= 30 THEN 'D30' ELSE 'D60' END AS bucket,
       CASE WHEN g.days_left < 0 THEN 'REMOVE' WHEN g.status <> 'AVAILABLE' THEN 'DECIDE' WHEN g.left_over = 0 THEN 'NOTHING'
            WHEN g.days_left <= 15 THEN 'CLEAR' ELSE 'PUSH' END AS action
FROM dated_lots(:businessDate::date, :salesDays::int, :zone) g JOIN product o USING (product_id) JOIN warehouse w USING (warehouse_id)
WHERE g.days_left <= :days
ORDER BY g.dlc, o.product_code, g.lot_code, w.code
