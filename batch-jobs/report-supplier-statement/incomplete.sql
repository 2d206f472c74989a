-- Purchases of the period that cannot be declared as they are, and what is missing.
SELECT party_code, name, nif, rc, address, missing, invoice_date, invoice_no, kind, ht,
       CASE WHEN u.reason IS NULL THEN vat ELSE 0 END AS vat
FROM v_declared_invoice LEFT JOIN undeducted_purchases(:cashLimit) u USING (invoice_id)
WHERE direction = 'PURCHASE' AND invoice_date >= :from AND invoice_date < :until AND missing IS NOT NULL
ORDER BY name, party_code, invoice_date, invoice_no
