-- Invoices that are declared in the month, and credit notes with their sign; also what was cancelled after it had been declared. What is sold as it was bought is a resale (E3B22); what nobody has described counts
-- as the plant's own product.
SELECT i.invoice_date, i.invoice_no, i.kind, c.name AS customer, c.nif, c.rc, b.base_19, b.vat_19, b.resale_19, b.base_9, b.vat_9,
       b.base_other, b.vat_other, b.exempt, b.exempt_reason, i.sign * i.stamp AS stamp,
       i.sign * i.ttc AS ttc,
       i.sign * i.ttc - b.base_19 - b.vat_19 - b.base_9 - b.vat_9 - b.base_other - b.vat_other - b.exempt AS control,
       i.payment_method, i.status,
       CASE WHEN i.late THEN CASE :language WHEN 'en' THEN 'came after ' || to_char(i.invoice_date, 'YYYY-MM') || ' was declared'
                          ELSE 'arrivée après la déclaration de ' || to_char(i.invoice_date, 'YYYY-MM') END END AS remark
FROM vat_sales(:zone, vat_since(:lateSince)) i
JOIN party c ON c.party_id = i.receiver_id
CROSS JOIN LATERAL (
  SELECT coalesce(sum(v.base) FILTER (WHERE v.vat_rate = 19), 0) * i.sign AS base_19,
         coalesce(sum(coalesce(v.decl_vat, v.vat)) FILTER (WHERE v.vat_rate = 19), 0) * i.sign AS vat_19,
         coalesce(sum(v.base) FILTER (WHERE v.vat_rate = 9), 0) * i.sign AS base_9,
         coalesce(sum(coalesce(v.decl_vat, v.vat)) FILTER (WHERE v.vat_rate = 9), 0) * i.sign AS vat_9,
         coalesce(sum(v.base) FILTER (WHERE v.vat_rate NOT IN (0, 9, 19)), 0) * i.sign AS base_other,
         coalesce(sum(coalesce(v.decl_vat, v.vat)) FILTER (WHERE v.vat_rate NOT IN (0, 9, 19)), 0) * i.sign AS vat_other,
         coalesce(sum(v.base) FILTER (WHERE v.vat_rate = 0), 0) * i.sign AS exempt,
         (SELECT string_agg(DISTINCT l.vat_exempt_reason, ', ') FROM invoice_line l WHERE l.invoice_id = i.invoice_id) AS exempt_reason,
         (SELECT coalesce(sum(l.line_ht), 0) FROM invoice_line l JOIN product p USING (product_id)
          WHERE l.invoice_id = i.invoice_id AND l.vat_rate = 19 AND p.product_type NOT IN ('PF', 'SF') AND NOT p.provisional) * i.sign AS resale_19
  FROM invoice_vat v WHERE v.invoice_id = i.invoice_id) b
WHERE i.month = :month_from::date
ORDER BY i.invoice_date, i.invoice_no
