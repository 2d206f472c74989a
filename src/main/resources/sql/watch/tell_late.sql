-- An open incident that nobody was told of yet, once the end of its former time was told long enough ago.
UPDATE incident SET told = true
WHERE kind = :kind AND subject = :subject AND business_day = :day AND closed_at IS NULL
  AND NOT told AND over_told_at <= :again
RETURNING id, times, told
