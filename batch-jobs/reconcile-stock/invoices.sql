SELECT v.invoice_no, v.invoice_date, c.name AS customer, o.product_code, i.qty, v.delivery_no, i.shipped_at, i.shipped_qty,
       i.qty - coalesce(i.shipped_qty, 0) AS gap_qty,
       v.invoice_date - (i.shipped_at AT TIME ZONE :zone)::date AS days,
       CASE WHEN v.kind = 'CREDIT_NOTE' AND i.qty = 0 THEN CASE :language WHEN 'en' THEN 'credit of a price' ELSE 'avoir de prix, sans retour' END
            WHEN i.counts <> (v.invoice_date::timestamp AT TIME ZONE :zone > p.window_from
                              AND v.invoice_date::timestamp AT TIME ZONE :zone <= s.cutoff_at)
            THEN CASE :language WHEN 'en' THEN 'period shift' ELSE 'décalage de période' END END AS remark
FROM reconciliation_invoice i
JOIN reconciliation r USING (reconciliation_id) JOIN count_session s USING (session_id)
JOIN reconciliation_product p USING (reconciliation_id, product_id)
JOIN invoice v USING (invoice_id)
JOIN party c ON c.party_id = v.receiver_id
JOIN product o ON o.product_id = i.product_id
WHERE i.reconciliation_id = :reconciliation_id
ORDER BY v.invoice_date, v.invoice_no, o.product_code
