-- Each paper of the month, what was declared on it, what the law asks for, and after which other scale it was computed where one fits.
SELECT d.day, d.number, c.name AS customer, d.paper, d.method, d.cash, CASE WHEN d.expected <> 0 THEN stamp_rate(d.day, abs(d.cash)) END AS rate,
       d.declared, d.expected, d.declared - d.expected AS gap, d.state, v.variant
FROM stamp_papers(:month_from::date, :month_to::date) d
JOIN party c ON c.party_id = d.receiver_id
LEFT JOIN LATERAL (
  SELECT coalesce(upper(replace(substring(f.params ->> 'variant' FROM '^\{reason\.stamp\.([a-z-]+)\}'), '-', '_')), f.params ->> 'variant') AS variant
  FROM finding f
  WHERE d.declared <> d.expected AND f.submission_id = d.submission_id AND f.severity = 'WARN' AND f.rule_code = 'INV-021'
    AND document_number(f.document) = document_number(d.document) LIMIT 1) v ON true
ORDER BY d.day, d.number, d.paper
