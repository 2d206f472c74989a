INSERT INTO party (party_code, name, name_norm, is_customer, is_supplier, customer_type, nif, nis, rc, rc_norm, ai, address, wilaya,
                   phone, email, payment_terms_days, credit_limit, active, provisional, submission_id,
  source_sheet, source_row)
SELECT code, name, norm, customer IS NOT NULL, supplier IS NOT NULL, kind, nif, nis, rc,
       nullif(upper(regexp_replace(coalesce(rc, ''), '[^0-9A-Za-z]', '', 'g')), ''), ai, address, wilaya::smallint,
       phone, email, coalesce(terms::smallint, 30), credit::numeric, coalesce(active::boolean, true), provisional,
       :submission, sheet, row_no
FROM unnest(:codes::text[], :party_name::text[], :norms::text[], :is_customer::text[], :is_supplier::text[],
            :customer_type::text[],            :party_nif::text[], :party_nis::text[], :party_rc::text[], :party_ai::text[], :party_address::text[],
            :wilaya::text[], :phone::text[], :email::text[], :payment_terms::text[], :credit_limit::text[],
            :active::text[], :provisionals::boolean[],
            :sheets::text[], :rows::int[])
  AS t (code, name, norm, customer, supplier, kind, nif, nis, rc, ai, address, wilaya, phone, email, terms, credit, active,
        provisional, sheet, row_no)
