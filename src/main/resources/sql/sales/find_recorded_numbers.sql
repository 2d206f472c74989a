-- Which of the company's own numbers have an invoice or credit note in force, in that year or, where the file says none, in any.
SELECT t.invoice_no_norm
FROM unnest(:numbers::text[], :years::int[]) AS t (invoice_no_norm, fiscal_year)
WHERE EXISTS (SELECT FROM invoice i
              WHERE i.direction = 'SALE' AND i.issuer_id = :own AND i.invoice_no_norm = t.invoice_no_norm
                AND i.fiscal_year = coalesce(t.fiscal_year, i.fiscal_year) AND i.is_current)
