-- The month's figures, summed from the invoices themselves: the sheets' sums must come to the same.
WITH sale AS (
  SELECT * FROM vat_sales(:zone, vat_since(:lateSince)) WHERE month = :month_from::date),
tax AS (
  SELECT v.vat_rate, s.late, s.sign * v.base AS base, s.sign * coalesce(v.decl_vat, v.vat) AS vat FROM sale s JOIN invoice_vat v USING (invoice_id)),
sold AS (
  SELECT coalesce(sum(base) FILTER (WHERE vat_rate = 19), 0) AS base_19, coalesce(sum(vat) FILTER (WHERE vat_rate = 19), 0) AS vat_19,
         coalesce(sum(base) FILTER (WHERE vat_rate = 9), 0) AS base_9, coalesce(sum(vat) FILTER (WHERE vat_rate = 9), 0) AS vat_9,
         coalesce(sum(base) FILTER (WHERE vat_rate NOT IN (0, 9, 19)), 0) AS base_other,
         coalesce(sum(vat) FILTER (WHERE vat_rate NOT IN (0, 9, 19)), 0) AS vat_other,
         coalesce(sum(base) FILTER (WHERE vat_rate = 0), 0) AS exempt, coalesce(sum(vat), 0) AS vat, coalesce(sum(vat) FILTER (WHERE late), 0) AS late
  FROM tax),
resold AS (
  SELECT coalesce(sum(s.sign * l.line_ht), 0) AS base
  FROM sale s JOIN invoice_line l USING (invoice_id) JOIN product p USING (product_id)
  WHERE l.vat_rate = 19 AND p.product_type NOT IN ('PF', 'SF') AND NOT p.provisional),
gap AS (
  SELECT coalesce(sum(power(s.ttc - t.gross, 2)), 0) AS gaps
  FROM sale s
  CROSS JOIN LATERAL (SELECT coalesce(sum(x.base + coalesce(x.decl_vat, x.vat)), 0) AS gross FROM invoice_vat x WHERE x.invoice_id = s.invoice_id) t),
bought AS (
  SELECT coalesce(sum(vat), 0) AS vat, coalesce(sum(deductible), 0) AS deductible, coalesce(sum(assets), 0) AS assets,
         coalesce(sum(deductible) FILTER (WHERE late), 0) AS late,
         coalesce(sum(power(ttc - ht - vat, 2)), 0) AS gaps
  FROM vat_purchases(:cashLimit, :zone, vat_since(:lateSince)) WHERE month = :month_from::date),
recovered AS (
  SELECT coalesce(sum(s.sign * coalesce(v.decl_vat, v.vat)), 0) AS vat
  FROM vat_sales(:zone, vat_since(:lateSince)) s JOIN invoice_vat v USING (invoice_id)
  WHERE s.cancelled_on >= :month_from AND s.cancelled_on < :month_to),
carried AS (
  SELECT vat_carried_into(:month_from::date, :firstMonth::date, :credit, :cashLimit, :zone, vat_since(:lateSince)) AS vat),
ledger AS ( -- credits of 4457 and debits of 4456 count as VAT
  SELECT a.account, a.sign * m.movement AS vat,
         coalesce(m.known_by, CASE WHEN EXISTS (SELECT FROM v_ledger_account b WHERE b.account LIKE a.account || '%' AND b.balance_date = :month_to::date - 1)
                                   THEN 'UNTOLD' ELSE 'MISSING' END) AS known_by
  FROM (VALUES ('4457', -1), ('4456', 1)) a (account, sign)
  LEFT JOIN LATERAL ledger_movement(a.account, :month_from::date, :month_to::date) m ON true),
deducted AS (
  SELECT c.vat + b.deductible + x.vat AS vat FROM carried c CROSS JOIN bought b CROSS JOIN recovered x)
SELECT :month AS month, s.base_9, s.vat_9, s.base_19 - r.base AS base_19_made, r.base AS base_19_resold, s.vat_19, s.base_other, s.vat_other, s.exempt,
       s.vat AS collected, s.late AS late_collected, c.vat AS carried, b.vat AS paid, b.vat - b.deductible AS not_deductible, b.deductible - b.assets AS deductible, b.assets, b.late AS late_deductible,
       x.vat AS recovered, d.vat AS deducted, greatest(s.vat - d.vat, 0) AS payable, greatest(d.vat - s.vat, 0) AS forward,
       g.gaps AS control_sales, b.gaps AS control_purchases,
       o.vat AS ledger_4457, s.vat - x.vat - o.vat AS control_4457, o.known_by AS known_4457,
       i.vat AS ledger_4456, b.deductible - i.vat AS control_4456, i.known_by AS known_4456
FROM sold s CROSS JOIN resold r CROSS JOIN bought b CROSS JOIN gap g CROSS JOIN recovered x CROSS JOIN carried c CROSS JOIN deducted d
JOIN ledger o ON o.account = '4457' JOIN ledger i ON i.account = '4456'
