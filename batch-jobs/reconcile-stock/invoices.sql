-- Invoices with their exits; then, of the two hundred products of which most was shipped beyond what was invoiced, the exits that no invoice names.
WITH billed AS (
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
),
beyond AS (
  SELECT p.reconciliation_id, p.product_id, p.window_from, s.cutoff_at, s.warehouse_id, r.known_at
  FROM reconciliation_product p JOIN reconciliation r USING (reconciliation_id) JOIN count_session s USING (session_id)
  WHERE p.reconciliation_id = :reconciliation_id AND p.silent IS NULL AND p.shipped_qty > p.invoiced_qty
  ORDER BY p.shipped_qty - p.invoiced_qty DESC, p.product_id LIMIT 200),
exit AS (
  SELECT b.product_id, m.ref_no, min(m.effective_at) AS shipped_at, -sum(m.qty_base) AS qty, min(m.party_id) AS party_id
  FROM beyond b JOIN stock_movement m USING (product_id)
  WHERE m.warehouse_id = b.warehouse_id AND m.origin IN ('VENTE', 'RETOUR_CLIENT') AND m.ref_type <> 'UNDO'
    AND m.effective_at > coalesce(b.window_from, '-infinity') AND m.effective_at <= b.cutoff_at AND m.recorded_at <= b.known_at
    AND NOT EXISTS (SELECT FROM stock_movement o WHERE o.reverses_id = m.movement_id)
  GROUP BY 1, 2),
unbilled AS (
  SELECT NULL::text AS invoice_no, NULL::date AS invoice_date, c.name AS customer, o.product_code, 0::numeric AS qty, x.ref_no AS delivery_no,
         x.shipped_at, x.qty AS shipped_qty, -x.qty AS gap_qty, NULL::int AS days,
         CASE :language WHEN 'en' THEN 'exit without an invoice' ELSE 'sortie sans facture' END AS remark
  FROM exit x JOIN product o USING (product_id) LEFT JOIN party c USING (party_id)
  WHERE x.qty <> 0 AND NOT EXISTS (
    SELECT FROM v_booked_invoice v JOIN invoice_line l USING (invoice_id)
    WHERE v.direction = 'SALE' AND l.product_id = x.product_id
      AND (v.invoice_no_norm = document_number(x.ref_no) OR document_number(x.ref_no) = ANY (delivery_numbers(v.delivery_no)))))
SELECT * FROM billed UNION ALL SELECT * FROM unbilled
ORDER BY invoice_date NULLS LAST, invoice_no, shipped_at, delivery_no, product_code
