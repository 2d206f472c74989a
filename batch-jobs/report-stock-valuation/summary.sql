-- The month's figures, and of how many accounts the general ledger says otherwise (REC-007) or nothing.
WITH worth AS (
SELECT :month AS month, coalesce(sum(value), 0) AS total,
       coalesce(sum(value) FILTER (WHERE product_type = 'MP'), 0) AS a31, coalesce(sum(value) FILTER (WHERE product_type IN ('EMB', 'CONS')), 0) AS a32,
       coalesce(sum(value) FILTER (WHERE product_type = 'SF'), 0) AS a33, coalesce(sum(value) FILTER (WHERE product_type = 'PF'), 0) AS a35,
       coalesce(sum(value) FILTER (WHERE effective_at < :month_from::timestamp AT TIME ZONE :zone), 0) AS opening,
       coalesce(sum(value) FILTER (WHERE effective_at >= :month_from::timestamp AT TIME ZONE :zone AND incoming), 0) AS came,
       coalesce(sum(value) FILTER (WHERE effective_at >= :month_from::timestamp AT TIME ZONE :zone AND NOT incoming), 0) AS went,
       0 AS control, coalesce(sum(unknown), 0) AS unknown,
       (SELECT coalesce(sum(value_delta), 0) FROM stock_revaluation
        WHERE effective_at >= :month_from::timestamp AT TIME ZONE :zone AND effective_at < :month_to::timestamp AT TIME ZONE :zone) AS revalued,
       (SELECT coalesce(sum(round(s.value - s.qty * r.price, 2)), 0)
        FROM (SELECT product_id, sum(qty_base) AS qty, sum(value) AS value FROM v_stock_worth
              WHERE effective_at < :month_to::timestamp AT TIME ZONE :zone GROUP BY 1) s
        JOIN net_price((:month_to::date - interval '3 months')::date, :month_to::date) r USING (product_id)
        WHERE s.qty > 0 AND s.value > s.qty * r.price) AS impairment
FROM v_stock_worth JOIN product USING (product_id)
WHERE effective_at < :month_to::timestamp AT TIME ZONE :zone)
SELECT w.*,
       (SELECT count(*) FROM (VALUES ('31', w.a31), ('32', w.a32), ('33', w.a33), ('35', w.a35)) s (account, value)
        CROSS JOIN LATERAL ledger_balance_at(s.account, :month_to::date - 1) g WHERE g.balance <> s.value) AS differing,
       (SELECT count(*) FROM (VALUES ('31'), ('32'), ('33'), ('35')) s (account)
        WHERE NOT EXISTS (SELECT FROM ledger_balance_at(s.account, :month_to::date - 1))) AS missing
FROM worth w
