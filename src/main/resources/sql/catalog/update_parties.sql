UPDATE party SET party_code = t.code, name = t.name, name_norm = t.norm, is_customer = t.customer IS NOT NULL,
  is_supplier = t.supplier IS NOT NULL, customer_type = t.kind, nif = t.nif, nis = t.nis, rc = t.rc,
  rc_norm = nullif(upper(regexp_replace(coalesce(t.rc, ''), '[^0-9A-Za-z]', '', 'g')), ''), ai = t.ai,
  address = t.address, wilaya = t.wilaya::smallint, phone = t.phone, email = t.email,
  payment_terms_days = t.terms::smallint, credit_limit = t.credit::numeric, active = t.active::boolean,
  provisional = t.provisional, submission_id = :submission, source_sheet = t.sheet, source_row = t.row_no
FROM unnest(:ids::bigint[], :codes::text[], :party_name::text[], :norms::text[], :is_customer::text[],
            :is_supplier::text[], :customer_type::text[], :party_nif::text[], :party_nis::text[], :party_rc::text[], :party_ai::text[],
            :party_address::text[], :wilaya::text[], :phone::text[], :email::text[], :payment_terms::text[],
            :credit_limit::text[], :active::text[], :provisionals::boolean[],
            :sheets::text[], :rows::int[])
  AS t (id, code, name, norm, customer, supplier, kind, nif, nis, rc, ai, address, wilaya, phone, email, terms, credit,
        active, provisional, sheet, row_no)
WHERE party_id = t.id
