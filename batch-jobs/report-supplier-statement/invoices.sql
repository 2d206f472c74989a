-- Purchases of the period with whoever can be declared: NIF and trade register are known (LF 2021 art. 42).
SELECT nif, name, address, rc, invoice_date, invoice_no, kind, ht,
       CASE WHEN u.reason IS NULL THEN vat ELSE 0 END AS vat
FROM v_declared_invoice LEFT JOIN undeducted_purchases(:cashLimit) u USING (invoice_id)
WHERE direction = 'PURCHASE' AND invoice_date >= :from AND invoice_date < :until AND missing IS NULL
ORDER BY name, nif, invoice_date, invoice_no
