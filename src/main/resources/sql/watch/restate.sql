-- An open incident says what is the matter now.
UPDATE incident
SET reason = :reason, sentence = :sentence, contact = :contact, node = :node
WHERE kind = :kind AND subject = :subject AND business_day = :day AND closed_at IS NULL AND sentence <> :sentence
