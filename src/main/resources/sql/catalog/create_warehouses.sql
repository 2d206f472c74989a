-- Provisional warehouses; those that another file made meanwhile count.
INSERT INTO warehouse (code, name, name_norm, provisional, submission_id)
SELECT key, name, key, true, :submission
FROM unnest(:keys::text[], :names::text[]) AS t (key, name)
ON CONFLICT DO NOTHING
RETURNING code
