-- A workbook for each count that was opened and not yet counted, and for each other warehouse that holds something at the end of the day.
SELECT s.session_no AS name, w.warehouse_id, s.session_no, to_char(s.cutoff_at AT TIME ZONE :zone, 'YYYY-MM-DD') AS business_date, s.cutoff_at::text AS book_at
FROM count_session s JOIN warehouse w USING (warehouse_id)
WHERE s.status = 'OPEN' AND s.withdrawn_by IS NULL
UNION ALL
SELECT w.code || '-' || to_char(:businessDate::date, 'YYYY-MM-DD'), w.warehouse_id, 'INV-' || w.code || '-' || to_char(:businessDate::date, 'YYYYMMDD'), to_char(:businessDate::date, 'YYYY-MM-DD'),
       ((:businessDate::date + 1)::timestamp AT TIME ZONE :zone)::text
FROM warehouse w
WHERE w.withdrawn_by IS NULL
  AND NOT EXISTS (SELECT FROM count_session s WHERE s.warehouse_id = w.warehouse_id AND s.status = 'OPEN' AND s.withdrawn_by IS NULL
                    AND (s.cutoff_at AT TIME ZONE :zone)::date >= :businessDate::date - 7)
  AND EXISTS (SELECT FROM stock_at((:businessDate::date + 1)::timestamp AT TIME ZONE :zone) s
              WHERE s.warehouse_id = w.warehouse_id AND s.qty <> 0)
ORDER BY 1
