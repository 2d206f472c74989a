-- Every party that one of the codes, NIFs or normalised names may mean.
SELECT party_id, party_code, name, name_norm, nif, rc_norm, ai, is_customer, is_supplier, payment_terms_days, active,
       provisional
FROM party
WHERE NOT is_own
  AND withdrawn_by IS NULL
  AND (party_code = ANY (:codes) OR nif = ANY (:nifs) OR name_norm = ANY (:names))
