UPDATE product SET product_code = t.code, name = t.name, name_norm = t.norm, product_type = t.type, base_uom = t.uom,
  vat_rate = t.vat::numeric, gtin = t.gtin, shelf_life_days = t.life::smallint, lot_tracked = t.lots::boolean, catch_weight = t.catch::boolean, perishable = t.perishable::boolean,
  abc_class = t.abc, nominal_weight_kg = t.weight::numeric, active = t.active::boolean, provisional = t.provisional,
  submission_id = :submission, source_sheet = t.sheet, source_row = t.row_no
FROM unnest(:ids::bigint[], :codes::text[], :product_name::text[], :norms::text[], :product_type::text[],
            :base_uom::text[], :vat_rate::text[], :gtin::text[], :shelf_life_days::text[], :lot_tracked::text[], :catch_weight::text[], :perishable::text[],
            :abc_class::text[], :nominal_weight::text[], :active::text[], :provisionals::boolean[],
            :sheets::text[], :rows::int[])
  AS t (id, code, name, norm, type, uom, vat, gtin, life, lots, catch, perishable, abc, weight, active, provisional, sheet, row_no)
WHERE product_id = t.id
