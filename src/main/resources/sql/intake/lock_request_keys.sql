-- Positions of the keys that nobody else works on; they are ours to the end of the transaction.
SELECT (k.n - 1)::int
FROM unnest(:slots::text[]) WITH ORDINALITY AS k (slot, n)
WHERE pg_try_advisory_xact_lock(hashtextextended(k.slot, 7))
