-- An open incident that nobody was told of yet: once the end of its former time was told long enough ago, or somebody is there to be told.
UPDATE incident SET told = true, mail = CASE WHEN mail = '{}' THEN :mail::text[] ELSE mail END
WHERE kind = :kind AND subject = :subject AND business_day = :day AND closed_at IS NULL
  AND (NOT told AND over_told_at <= :again OR told AND mail = '{}' AND cardinality(:mail::text[]) > 0)
RETURNING id, times, told
