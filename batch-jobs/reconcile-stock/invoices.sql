-- Invoices with their exits, then the exits in the window that none of these names: columns *_period come to what the sheet of products
-- says of I and S. A delivery that several invoices name is divided among them, by date; the last has what is left of it. Exits are told one
-- by one of the two hundred products with most of them that no invoice here names; of the others, in one row.
WITH span AS MATERIALIZED (
  SELECT p.product_id, p.window_from, s.cutoff_at, r.known_at, p.shipped_qty, p.silent
  FROM reconciliation_product p JOIN reconciliation r USING (reconciliation_id) JOIN count_session s USING (session_id)
  WHERE p.reconciliation_id = :reconciliation_id),
bill AS MATERIALIZED (
  SELECT i.product_id, i.invoice_id, v.invoice_no, v.invoice_date, v.kind, v.receiver_id, v.delivery_no, i.qty, i.counts,
         coalesce(i.counted_qty, CASE WHEN i.counts THEN i.qty END, 0) AS qty_period,
         i.counts <> (v.invoice_date::timestamp AT TIME ZONE :zone > w.window_from
                      AND v.invoice_date::timestamp AT TIME ZONE :zone <= w.cutoff_at) AS shifted
  FROM reconciliation_invoice i JOIN span w USING (product_id) JOIN invoice v USING (invoice_id)
  WHERE i.reconciliation_id = :reconciliation_id),
followed AS MATERIALIZED (
  SELECT product_id FROM bill
  UNION (SELECT w.product_id FROM span w WHERE silent IS NULL AND shipped_qty <> 0 AND NOT EXISTS (SELECT FROM bill b WHERE b.product_id = w.product_id)
         ORDER BY abs(shipped_qty) DESC, w.product_id LIMIT 200)),
paper AS ( -- what was taken back counts under the number of what it takes back
  SELECT w.product_id, coalesce(o.ref_no, m.ref_no) AS ref_no, -sum(m.qty_base) AS qty,
         coalesce(-sum(m.qty_base) FILTER (WHERE m.effective_at > w.window_from AND m.effective_at <= w.cutoff_at), 0) AS qty_period,
         min(m.effective_at) FILTER (WHERE m.reverses_id IS NULL AND x.movement_id IS NULL) AS shipped_at, min(m.party_id) AS party_id
  FROM followed JOIN span w USING (product_id) JOIN stock_movement m USING (product_id)
  LEFT JOIN v_reversed_origin v USING (movement_id)
  LEFT JOIN stock_movement o ON o.movement_id = m.reverses_id
  LEFT JOIN stock_movement x ON x.reverses_id = m.movement_id
  WHERE coalesce(v.origin, m.origin) IN ('VENTE', 'RETOUR_CLIENT') AND m.recorded_at <= w.known_at
  GROUP BY 1, 2),
exit AS MATERIALIZED (
  SELECT product_id, document_number(ref_no) AS no, min(ref_no) AS ref_no, sum(qty) AS qty, sum(qty_period) AS qty_period,
         min(shipped_at) AS shipped_at, min(party_id) AS party_id
  FROM paper GROUP BY 1, 2 HAVING sum(qty) <> 0 OR sum(qty_period) <> 0),
named AS ( -- an invoice's own number stands for its delivery where it names none that left
  SELECT product_id, invoice_id, no, false AS own FROM bill CROSS JOIN LATERAL unnest(delivery_numbers(delivery_no)) AS n (no)
  UNION SELECT product_id, invoice_id, document_number(invoice_no), true FROM bill),
claim AS (
  SELECT n.product_id, n.invoice_id, n.no, own AND bool_or(NOT own) OVER (PARTITION BY n.product_id, n.invoice_id) AS idle
  FROM named n JOIN exit USING (product_id, no)),
wanted AS ( -- of a shared delivery each invoice wants what its own ones do not bring
  SELECT c.product_id, c.invoice_id, c.no, c.shared,
         CASE WHEN c.shared THEN greatest(0, coalesce(b.qty, 0) - coalesce(sum(e.qty) FILTER (WHERE NOT c.shared) OVER one, 0)) ELSE 0 END AS want,
         row_number() OVER (PARTITION BY c.product_id, c.no ORDER BY b.kind = 'CREDIT_NOTE' DESC, b.invoice_date, c.invoice_id) AS turn
  FROM (SELECT *, count(*) OVER (PARTITION BY product_id, no) > 1 AS shared FROM claim WHERE NOT idle) c
  JOIN bill b USING (product_id, invoice_id) JOIN exit e USING (product_id, no)
  WINDOW one AS (PARTITION BY c.product_id, c.invoice_id)),
line AS (
  SELECT w.*, sum(want) OVER turns AS until, sum(want) OVER turns - want AS before, turn = max(turn) OVER (PARTITION BY product_id, no) AS last
  FROM wanted w WINDOW turns AS (PARTITION BY product_id, no ORDER BY turn)),
allotted AS (
  SELECT l.product_id, l.invoice_id, sum(q.qty) AS qty, sum(q.qty_period) AS qty_period, min(e.shipped_at) AS shipped_at, bool_or(l.shared) AS shared
  FROM line l JOIN exit e USING (product_id, no)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN l.last THEN e.qty ELSE least(greatest(e.qty, 0), l.until) END - least(greatest(e.qty, 0), l.before) AS qty,
           CASE WHEN l.last THEN e.qty_period ELSE least(greatest(e.qty_period, 0), l.until) END - least(greatest(e.qty_period, 0), l.before)
             AS qty_period) q
  GROUP BY 1, 2),
loose AS MATERIALIZED (
  SELECT * FROM exit e WHERE qty_period <> 0
    AND NOT EXISTS (SELECT FROM claim c WHERE c.product_id = e.product_id AND c.no = e.no AND NOT c.idle)),
told AS MATERIALIZED (
  SELECT product_id FROM loose JOIN span USING (product_id) WHERE silent IS NULL
  GROUP BY 1 ORDER BY sum(abs(qty_period)) DESC, 1 LIMIT 200),
untold AS (
  SELECT coalesce(sum(qty), 0) AS qty FROM (
    SELECT qty_period AS qty FROM loose x WHERE NOT EXISTS (SELECT FROM told t WHERE t.product_id = x.product_id)
    UNION ALL SELECT shipped_qty FROM span w WHERE NOT EXISTS (SELECT FROM followed f WHERE f.product_id = w.product_id)) q)
SELECT b.invoice_no, b.invoice_date, c.name AS customer, o.product_code, b.qty, b.delivery_no, a.shipped_at, a.qty AS shipped_qty,
       b.qty - coalesce(a.qty, 0) AS gap_qty, b.invoice_date - (a.shipped_at AT TIME ZONE :zone)::date AS days,
       CASE WHEN b.kind = 'CREDIT_NOTE' AND b.qty = 0 THEN CASE :language WHEN 'en' THEN 'credit of a price' ELSE 'avoir de prix, sans retour' END
            WHEN b.shifted THEN CASE :language WHEN 'en' THEN 'period shift' ELSE 'décalage de période' END
            WHEN a.qty <> a.qty_period THEN CASE :language WHEN 'en' THEN 'exit outside the period' ELSE 'sortie hors période' END
            WHEN a.shared THEN CASE :language WHEN 'en' THEN 'delivery on several invoices' ELSE 'livraison sur plusieurs factures' END END AS remark,
       b.qty_period, coalesce(a.qty_period, 0) AS shipped_period, b.qty_period - coalesce(a.qty_period, 0) AS gap_period
FROM bill b JOIN product o USING (product_id) JOIN party c ON c.party_id = b.receiver_id
LEFT JOIN allotted a USING (product_id, invoice_id)
UNION ALL
SELECT v.invoice_no, v.invoice_date, c.name, o.product_code, 0, x.ref_no, x.shipped_at, x.qty_period, -x.qty_period, NULL,
       CASE WHEN v.invoice_id IS NOT NULL THEN CASE :language WHEN 'en' THEN 'invoiced outside the period' ELSE 'facturé hors période' END
            WHEN x.qty_period < 0 THEN CASE :language WHEN 'en' THEN 'return without a credit note' ELSE 'retour sans avoir' END
            ELSE CASE :language WHEN 'en' THEN 'exit without an invoice' ELSE 'sortie sans facture' END END,
       0, x.qty_period, -x.qty_period
FROM loose x JOIN told USING (product_id) JOIN product o USING (product_id)
LEFT JOIN LATERAL (
  SELECT i.invoice_id, i.invoice_no, i.invoice_date, i.receiver_id
  FROM sale_of(x.ref_no, x.product_id, (x.shipped_at AT TIME ZONE :zone)::date) s JOIN invoice i USING (invoice_id)
  WHERE NOT EXISTS (SELECT FROM bill b WHERE b.product_id = x.product_id AND b.invoice_id = i.invoice_id)) v ON true
LEFT JOIN party c ON c.party_id = coalesce(x.party_id, v.receiver_id)
UNION ALL
SELECT NULL, NULL, NULL, NULL, 0, NULL, NULL, qty, -qty, NULL,
       CASE :language WHEN 'en' THEN 'exits of other products, without an invoice' ELSE 'sorties d''autres articles, sans facture' END, 0, qty, -qty
FROM untold WHERE qty <> 0
ORDER BY 2 NULLS LAST, 1, 7 NULLS LAST, 6, 4
