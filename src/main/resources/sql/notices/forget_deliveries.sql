-- What is still due stays, however old it is.
DELETE FROM notice
WHERE id IN (
  SELECT id FROM notice
  WHERE webhook_id IS NOT NULL AND coalesce(sent_at, parked_at) < :before
  ORDER BY id LIMIT :most)
