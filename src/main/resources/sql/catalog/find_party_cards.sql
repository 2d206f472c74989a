SELECT party_id AS id, party_code AS code, provisional, is_own AS own, name AS party_name,
       CASE WHEN is_customer THEN 'true' END AS is_customer, CASE WHEN is_supplier THEN 'true' END AS is_supplier,
       customer_type,       nif AS party_nif, nis AS party_nis, rc AS party_rc, ai AS party_ai, address AS party_address,
       wilaya::text AS wilaya, phone, email, payment_terms_days::text AS payment_terms,
       trim_scale(credit_limit)::text AS credit_limit, active::text AS active, submission_id, source_sheet, source_row
FROM party
WHERE withdrawn_by IS NULL AND (party_code = ANY (:codes) OR nif = ANY (:nifs) OR name_norm = ANY (:names))
ORDER BY party_id
