-- A workbook for each warehouse that holds something at the end of the day.
SELECT w.warehouse_id, w.code AS warehouse, (:businessDate::date)::text AS business_date
FROM warehouse w
WHERE w.withdrawn_by IS NULL
  AND EXISTS (SELECT FROM stock_at((:businessDate::date + 1)::timestamp AT TIME ZONE :zone) s
              WHERE s.warehouse_id = w.warehouse_id AND s.qty <> 0)
ORDER BY w.code
