-- Later files that said something of a submission again and were told that it is there already (UND-006).
SELECT s.id, s.original_name AS name, count(*)::int AS documents
FROM submission s
JOIN finding f ON f.submission_id = s.id
WHERE s.id > :submission AND NOT s.preview AND s.status IN ('POSTED', 'PARTIAL') AND s.documents_unchanged > 0
  AND f.rule_code IN ('INV-003', 'ORD-002', 'PAY-003', 'PAY-007', 'PRD-023', 'MVT-004')
  AND f.params ->> 'origin' ~ ('(\}|°|\.) ' || :submission || '(,|$)')
GROUP BY s.id, s.original_name
ORDER BY s.id
LIMIT 20
