-- Purchases that are declared in the month. Their tax cannot be deducted without the supplier's NIF, nor where more than :cashLimit DA were paid in cash
-- (CTCA art. 30, LF 2023 art. 21).
SELECT i.invoice_date, i.invoice_no, i.kind, c.name AS supplier, c.nif, c.rc, i.ht, i.vat, i.deductible, i.assets,
       CASE WHEN i.reason IS NULL THEN 'YES' ELSE 'NO' END AS deducted, i.reason, i.ttc, i.ttc - i.ht - i.vat AS control, i.payment_method, i.status,
       CASE WHEN i.cancelled_on IS NOT NULL THEN CASE :language WHEN 'en' THEN 'cancelled: given back' ELSE 'annulée : TVA reversée' END
            WHEN i.late THEN CASE :language WHEN 'en' THEN 'came after ' || to_char(i.invoice_date, 'YYYY-MM') || ' was declared'
                          ELSE 'arrivée après la déclaration de ' || to_char(i.invoice_date, 'YYYY-MM') END END AS remark
FROM vat_purchases(:cashLimit, :zone, vat_since(:lateSince)) i
JOIN party c ON c.party_id = i.issuer_id
WHERE i.month = :month_from::date
ORDER BY i.invoice_date, i.invoice_no
