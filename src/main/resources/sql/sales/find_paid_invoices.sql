-- Every current invoice that one of the numbers may mean, with its party and what was paid on it.
SELECT i.invoice_id, i.direction, i.kind, i.issuer_id, i.fiscal_year, i.invoice_no, i.invoice_no_norm, i.invoice_date,
       i.status, coalesce(i.decl_stamp, 0) AS asked_stamp, p.party_code, p.name_norm AS party_name, p.name, v.owed, v.paid,
       v.stamps
FROM invoice i
JOIN party p ON p.party_id = CASE i.direction WHEN 'SALE' THEN i.receiver_id ELSE i.issuer_id END
JOIN v_invoice_paid v ON v.invoice_id = i.invoice_id
WHERE i.is_current AND i.direction = :direction AND i.invoice_no_norm = ANY (:numbers)
ORDER BY i.invoice_id
