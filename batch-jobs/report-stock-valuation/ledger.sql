-- The stock of each account beside what the general ledger says of it: by the latest balances up to the end of the month (REC-007).
SELECT s.account, s.value, g.balance, g.balance_date, round(s.value - g.balance, 2) AS gap,
       CASE WHEN g.balance IS NULL THEN 'MISSING' WHEN g.balance = s.value THEN 'EQUAL' ELSE 'DIFFERS' END AS state,
       CASE WHEN g.balance <> s.value THEN 'REC-007' END AS rule_code,
       jsonb_build_object('account', s.account, 'ledger', shown.value, 'gl', shown.balance)::text AS params
FROM (
  SELECT a.account, coalesce(sum(w.value), 0) AS value
  FROM (VALUES ('31'), ('32'), ('33'), ('35')) a (account)
  LEFT JOIN (
    SELECT CASE product_type WHEN 'MP' THEN '31' WHEN 'SF' THEN '33' WHEN 'PF' THEN '35' ELSE '32' END AS account, value
    FROM v_stock_worth JOIN product USING (product_id)
    WHERE effective_at < :month_to::timestamp AT TIME ZONE :zone) w USING (account)
  GROUP BY 1) s
LEFT JOIN LATERAL ledger_balance_at(s.account, :month_to::date - 1) g ON true
CROSS JOIN LATERAL (
  SELECT translate(to_char(s.value, 'FM999,999,999,999,990.00'), ',.', mark.signs) AS value,
         translate(to_char(g.balance, 'FM999,999,999,999,990.00'), ',.', mark.signs) AS balance
  FROM (SELECT CASE :language WHEN 'fr' THEN chr(160) || ',' ELSE ',.' END AS signs) mark) shown
ORDER BY s.account
