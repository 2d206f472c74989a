-- Every warehouse that one of the keys may mean, by code or by name.
SELECT warehouse_id, code, name_norm, active
FROM warehouse
WHERE withdrawn_by IS NULL AND (code = ANY (:keys) OR name_norm = ANY (:keys))
