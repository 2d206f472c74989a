-- A provisional party; if another file made it, or one of its NIF, meanwhile, that one counts.
INSERT INTO party (party_code, is_customer, is_supplier, name, name_norm, nif, nis, rc, rc_norm, ai, address,
                   provisional, submission_id)
VALUES (:code, :customer, :supplier, :name, :nameNorm, :nif, :nis, :rc,
        nullif(upper(regexp_replace(coalesce(:rc, ''), '[^0-9A-Za-z]', '', 'g')), ''), :ai, :address,
        true, :submission)
ON CONFLICT DO NOTHING
RETURNING party_code
