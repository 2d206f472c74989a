-- One row a customer, the largest balance first. DSO: the balance in days of the sales of the last 90.
WITH aged AS (
  SELECT receiver_id, sum(open) AS balance,
         coalesce(sum(open) FILTER (WHERE open > 0 AND due >= :businessDate::date), 0) AS not_due,
         coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due BETWEEN 1 AND 30), 0) AS d30,
         coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due BETWEEN 31 AND 60), 0) AS d60,
         coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due BETWEEN 61 AND 90), 0) AS d90,
         coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due > 90), 0) AS older,
         coalesce(sum(open) FILTER (WHERE open < 0 AND kind = 'CREDIT_NOTE'), 0) AS credits,
         coalesce(sum(open) FILTER (WHERE open < 0 AND kind <> 'CREDIT_NOTE'), 0) AS advances, min(invoice_date) FILTER (WHERE open > 0) AS oldest
  FROM receivable_at(:businessDate::date) WHERE open <> 0 GROUP BY 1),
sold AS (
  SELECT i.receiver_id, sum(i.sign * coalesce(i.decl_ttc, i.comp_ttc)) AS ttc
  FROM v_booked_invoice i
  WHERE i.direction = 'SALE'
    AND i.invoice_date > :businessDate::date - 90 AND i.invoice_date <= :businessDate::date GROUP BY 1),
served AS ( -- whom the customer's last order names
  SELECT DISTINCT ON (customer_id) customer_id AS receiver_id, salesperson FROM sales_order
  WHERE is_current AND withdrawn_by IS NULL AND salesperson IS NOT NULL AND order_date <= :businessDate::date
  ORDER BY customer_id, order_date DESC, order_id DESC),
paid AS (
  SELECT i.receiver_id, max(y.paid_on) AS last_paid FROM payment y JOIN invoice i USING (invoice_id)
  WHERE i.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.paid_on <= :businessDate::date GROUP BY 1)
SELECT c.party_code, c.name, c.customer_type, o.salesperson, c.credit_limit, a.balance, a.not_due, a.d30, a.d60, a.d90, a.older, a.credits, a.advances, a.oldest,
       CASE WHEN s.ttc > 0 THEN round(a.balance / s.ttc * 90)::bigint END AS dso,
       CASE WHEN c.credit_limit > 0 THEN a.balance / c.credit_limit END AS of_limit, p.last_paid
FROM aged a JOIN party c ON c.party_id = a.receiver_id
LEFT JOIN sold s USING (receiver_id) LEFT JOIN paid p USING (receiver_id) LEFT JOIN served o USING (receiver_id)
ORDER BY a.balance DESC, c.name, c.party_code
