-- Letters with reports that this hub gave up within a week, by their jobs; what was sent again or is older is not told.
SELECT split_part(dedupe_key, ':', 3) AS job, split_part(dedupe_key, ':', 4) AS workbook, string_agg(DISTINCT target, ', ') AS recipients,
       max(failure) AS failure
FROM v_parked_notice
WHERE kind = 'LETTER' AND node = :node AND dedupe_key LIKE 'letter:report:%' AND parked_at > :since
GROUP BY 1, 2
ORDER BY 1, max(parked_at) DESC
