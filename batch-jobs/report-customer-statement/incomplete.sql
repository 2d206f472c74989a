-- Customers of the period that cannot be declared as they are, and what is missing.
SELECT party_code, name, missing, nif, rc, ai, address, phone, count(*) AS invoices, sum(ht) AS ht, sum(vat) AS vat
FROM v_declared_invoice
WHERE direction = 'SALE' AND invoice_date >= :from AND invoice_date < :until AND missing IS NOT NULL
GROUP BY party_id, party_code, name, missing, nif, rc, ai, address, phone
ORDER BY sum(ht) DESC, party_code
