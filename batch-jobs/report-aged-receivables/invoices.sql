-- What is open at the end of the business date, by due date; payments count when they were made. Credit notes are owed to the customer.
SELECT c.party_code, c.name, o.invoice_no, o.kind, o.invoice_date, o.due, o.owed, o.paid, o.open, greatest(:businessDate::date - o.due, 0) AS days_late,
       CASE WHEN o.kind = 'CREDIT_NOTE' OR o.open < 0 THEN 'CREDIT' WHEN o.due >= :businessDate::date THEN 'NOT_DUE' WHEN :businessDate::date - o.due <= 30 THEN 'D30'
            WHEN :businessDate::date - o.due <= 60 THEN 'D60' WHEN :businessDate::date - o.due <= 90 THEN 'D90' ELSE 'OLDER' END AS bucket
FROM receivable_at(:businessDate::date) o
JOIN party c ON c.party_id = o.receiver_id
WHERE o.open <> 0
ORDER BY c.name, c.party_code, o.due, o.invoice_no
