-- Sales that were cancelled in the month, after the month of their date had been declared: the tax that was paid for them is recovered.
SELECT i.cancelled_on, i.invoice_date, i.invoice_no, i.kind, c.name AS customer, c.nif, i.sign * i.ht AS ht, i.sign * coalesce(v.vat, 0) AS vat,
       i.sign * i.ttc AS ttc
FROM vat_sales(:zone, vat_since(:lateSince)) i
JOIN party c ON c.party_id = i.receiver_id
LEFT JOIN LATERAL (SELECT sum(coalesce(x.decl_vat, x.vat)) AS vat FROM invoice_vat x WHERE x.invoice_id = i.invoice_id) v ON true
WHERE i.cancelled_on >= :month_from AND i.cancelled_on < :month_to
ORDER BY i.cancelled_on, i.invoice_no
