SELECT DISTINCT lot_code_norm FROM lot WHERE lot_code_norm = coalesce(nullif(document_number(:lot), ''), :lot) AND withdrawn_by IS NULL
