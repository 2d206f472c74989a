-- Keys of movements that were taken back, each with the one under which it may come again.
WITH RECURSIVE k AS (
  SELECT base, base AS key, 1 AS n FROM unnest(:keys::text[]) AS t (base)
  UNION ALL
  SELECT k.base, k.base || '~' || (k.n + 1), k.n + 1 FROM k
  WHERE EXISTS (SELECT FROM stock_movement u WHERE u.idempotency_key = 'undo:' || k.key))
SELECT DISTINCT ON (base) base, key FROM k ORDER BY base, n DESC
