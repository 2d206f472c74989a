-- The month's figures, summed from the invoices themselves: the sheets' sums must come to the same.
WITH v AS (
  SELECT i.direction, v.vat_rate, i.sign * v.base AS base,
         i.sign * coalesce(v.decl_vat, v.vat) AS vat
  FROM v_booked_invoice i JOIN invoice_vat v USING (invoice_id)
  WHERE i.invoice_date >= :month_from AND i.invoice_date < :month_to),
sold AS (
  SELECT coalesce(sum(base) FILTER (WHERE vat_rate = 19), 0) AS base_19, coalesce(sum(vat) FILTER (WHERE vat_rate = 19), 0) AS vat_19,
         coalesce(sum(base) FILTER (WHERE vat_rate = 9), 0) AS base_9, coalesce(sum(vat) FILTER (WHERE vat_rate = 9), 0) AS vat_9,
         coalesce(sum(base) FILTER (WHERE vat_rate NOT IN (0, 9, 19)), 0) AS base_other,
         coalesce(sum(vat) FILTER (WHERE vat_rate NOT IN (0, 9, 19)), 0) AS vat_other,
         coalesce(sum(base) FILTER (WHERE vat_rate = 0), 0) AS exempt, coalesce(sum(vat), 0) AS vat
  FROM v WHERE direction = 'SALE'),
resold AS (
  SELECT coalesce(sum(i.sign * l.line_ht), 0) AS base
  FROM v_booked_invoice i JOIN invoice_line l USING (invoice_id) JOIN product p USING (product_id)
  WHERE i.direction = 'SALE'
    AND i.invoice_date >= :month_from AND i.invoice_date < :month_to
    AND l.vat_rate = 19 AND p.product_type NOT IN ('PF', 'SF') AND NOT p.provisional),
bought AS (
  SELECT coalesce(sum(vat), 0) AS vat FROM v WHERE direction = 'PURCHASE'),
gap AS (
  SELECT coalesce(sum(power(coalesce(i.decl_ttc, i.comp_ttc) - t.gross, 2)), 0) AS gaps
  FROM v_booked_invoice i
  CROSS JOIN LATERAL (SELECT coalesce(sum(x.base + coalesce(x.decl_vat, x.vat)), 0) AS gross FROM invoice_vat x WHERE x.invoice_id = i.invoice_id) t
  WHERE i.direction = 'SALE'
    AND i.invoice_date >= :month_from AND i.invoice_date < :month_to),
kept AS (
  SELECT coalesce(sum(i.sign * t.vat), 0) AS vat
  FROM v_booked_invoice i JOIN party c ON c.party_id = i.issuer_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(coalesce(x.decl_vat, x.vat)), 0) AS vat FROM invoice_vat x WHERE x.invoice_id = i.invoice_id) t
  WHERE i.direction = 'PURCHASE'
    AND i.invoice_date >= :month_from AND i.invoice_date < :month_to AND i.kind <> 'CREDIT_NOTE'
    AND (c.nif IS NULL OR (i.payment_method = 'ESPECES' AND coalesce(i.decl_ttc, i.comp_ttc) > :cashLimit)))
SELECT :month AS month, s.base_9, s.vat_9, s.base_19 - r.base AS base_19_made, r.base AS base_19_resold, s.base_19, s.vat_19,
       s.base_other, s.vat_other, s.exempt, s.vat AS collected, b.vat AS paid, k.vat AS not_deductible, b.vat - k.vat AS deductible,
       greatest(s.vat - (b.vat - k.vat), 0) AS payable, greatest((b.vat - k.vat) - s.vat, 0) AS forward, g.gaps AS control_sales
FROM sold s CROSS JOIN resold r CROSS JOIN bought b CROSS JOIN kept k CROSS JOIN gap g
