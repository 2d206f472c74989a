UPDATE incident
SET closed_at = :now, over_told_at = CASE WHEN told THEN :now ELSE over_told_at END,
    -- no file was waited for where too much had come
    closed_because = CASE WHEN :because = 'ARRIVED' AND reason NOT IN ('LATE', 'SMALL') THEN 'SETTLED' ELSE :because END
WHERE kind = :kind AND subject = :subject AND business_day BETWEEN :from AND :to AND closed_at IS NULL
RETURNING id, kind, subject, reason, business_day, sentence, mail, times, told,
          coalesce(told_reason, reason) AS told_reason, coalesce(told_sentence, sentence) AS told_sentence
