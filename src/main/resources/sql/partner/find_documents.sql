-- Documents of a number, the one in force or a revision; {view} is one of v_api_….
SELECT document::text
FROM {view}
WHERE number = :number
  AND CASE WHEN :revision::int IS NULL THEN is_current ELSE revision = :revision END
ORDER BY id
LIMIT 50
