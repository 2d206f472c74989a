-- Sales of the period by customer, credit notes taken off, of those that can be declared: NIF and trade register are known (CIDTA art. 183 ter).
SELECT row_number() OVER (ORDER BY name, party_code) AS row_no, ai, rc, nif, name, address, count(*) AS invoices, sum(ht) AS ht, sum(vat) AS vat
FROM v_declared_invoice
WHERE direction = 'SALE' AND invoice_date >= :from AND invoice_date < :until AND missing IS NULL
GROUP BY party_id, party_code, name, ai, rc, nif, address
ORDER BY 1
