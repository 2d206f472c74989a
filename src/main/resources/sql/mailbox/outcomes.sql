-- The files of a mail as they lie in it: the tenth after the second; of a pair its first half counts.
SELECT part = :whole AS whole, name, sentence, answer
FROM mail_part WHERE mail_id = :id
ORDER BY string_to_array(split_part(part, '+', 1), '.')::int[]
