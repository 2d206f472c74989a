SELECT :businessDate::date AS day, count(DISTINCT receiver_id) FILTER (WHERE open <> 0) AS customers, coalesce(sum(open), 0) AS balance,
       coalesce(sum(open) FILTER (WHERE open > 0 AND due >= :businessDate::date), 0) AS not_due,
       coalesce(sum(open) FILTER (WHERE open > 0 AND due < :businessDate::date), 0) AS overdue,
       coalesce(sum(open) FILTER (WHERE open > 0 AND :businessDate::date - due > 90), 0) AS older,
       coalesce(sum(open) FILTER (WHERE open < 0), 0) AS credits, 0 AS control
FROM receivable_at(:businessDate::date)
