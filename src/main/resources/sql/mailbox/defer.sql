UPDATE mail
SET attempt = attempt + 1, failure = :failure,
    retry_at = now() + make_interval(secs => least(600, 10 * power(2, attempt)))
WHERE id = :id
RETURNING attempt
