-- Payments are summed once for all invoices: one after the other took minutes among twenty thousand.
CREATE OR REPLACE FUNCTION receivable_at(p_day date)
RETURNS TABLE (invoice_id bigint, receiver_id bigint, invoice_no text, kind text, invoice_date date, due date, owed numeric, paid numeric, open numeric)
LANGUAGE sql STABLE AS $$
  WITH received AS ( -- whichever revision a payment was made on
    SELECT r.kind, r.issuer_id, r.fiscal_year, r.invoice_no_norm, sum(y.amount) AS amount
    FROM hub.payment y JOIN hub.invoice r USING (invoice_id)
    WHERE r.direction = 'SALE' AND y.withdrawn_by IS NULL AND y.paid_on <= p_day
    GROUP BY 1, 2, 3, 4)
  SELECT i.invoice_id, i.receiver_id, i.invoice_no, i.kind, i.invoice_date, coalesce(i.due_date, i.invoice_date + c.payment_terms_days),
         i.sign * v.owed, i.sign * v.paid, i.sign * (v.owed - v.paid)
  FROM hub.v_booked_invoice i
  JOIN hub.party c ON c.party_id = i.receiver_id
  LEFT JOIN received m USING (kind, issuer_id, fiscal_year, invoice_no_norm)
  CROSS JOIN LATERAL (
    SELECT coalesce(i.decl_net, coalesce(i.decl_ttc, i.comp_ttc) + coalesce(i.decl_stamp, 0)) AS owed, coalesce(m.amount, 0) AS paid) v
  WHERE i.direction = 'SALE' AND i.invoice_date <= p_day $$;
