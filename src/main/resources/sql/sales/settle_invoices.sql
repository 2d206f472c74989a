-- Cash has no centimes: what lacks less than a dinar is paid. A status that somebody declared never goes back; where
-- payments moved it, it is remembered what it was.
UPDATE invoice i
SET status = CASE WHEN v.paid > v.owed - 1 THEN 'PAID' ELSE 'PARTIALLY_PAID' END,
    settled_from = coalesce(i.settled_from, i.status)
FROM v_invoice_paid v
WHERE v.invoice_id = i.invoice_id AND i.invoice_id = ANY (:ids) AND v.paid > 0
  AND i.status IN ('VALIDATED', 'PARTIALLY_PAID')
