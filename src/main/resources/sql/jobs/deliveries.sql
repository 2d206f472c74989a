SELECT business_date AS day, run, name, channel, target, state, attempt, coalesce(sent_at, parked_at, due_at) AT TIME ZONE :zone AS at,
       CASE WHEN state IN ('FAILING', 'PARKED') THEN failure END AS failure
FROM v_report_delivery
WHERE :job::text IS NULL OR job = :job
ORDER BY coalesce(sent_at, parked_at, due_at) DESC, id DESC LIMIT 100
