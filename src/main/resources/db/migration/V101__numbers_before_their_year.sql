-- « FV 125/2026 » is number 125 of the series FV, not 2026 of a series FV 125 (DocumentNumber).
UPDATE invoice
SET seq_no = substring(series FROM '([0-9]{1,9})$')::bigint, series = regexp_replace(series, '[^[:alnum:]]*[0-9]{1,9}$', '')
WHERE seq_no = fiscal_year AND series ~ '^[^0-9]*[0-9]{1,9}$' AND substring(series FROM '([0-9]{1,9})$')::bigint <> fiscal_year;
