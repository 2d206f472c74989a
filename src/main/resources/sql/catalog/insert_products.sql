INSERT INTO product (product_code, name, name_norm, product_type, base_uom, vat_rate, gtin, shelf_life_days, lot_tracked, catch_weight, perishable,
                     abc_class, nominal_weight_kg, active, provisional, submission_id,
  source_sheet, source_row)
SELECT code, name, norm, type, uom, vat::numeric, gtin, life::smallint, coalesce(lots::boolean, true), coalesce(catch::boolean, false), coalesce(perishable::boolean, true), abc,
       weight::numeric, coalesce(active::boolean, true), provisional, :submission, sheet, row_no
FROM unnest(:codes::text[], :product_name::text[], :norms::text[], :product_type::text[], :base_uom::text[],
            :vat_rate::text[], :gtin::text[], :shelf_life_days::text[], :lot_tracked::text[], :catch_weight::text[], :perishable::text[], :abc_class::text[],
            :nominal_weight::text[], :active::text[], :provisionals::boolean[],
            :sheets::text[], :rows::int[])
  AS t (code, name, norm, type, uom, vat, gtin, life, lots, catch, perishable, abc, weight, active, provisional, sheet, row_no)
