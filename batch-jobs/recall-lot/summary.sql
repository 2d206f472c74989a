-- The suspect lot and what became of all that was made of it; quantities of different products are not added up.
SELECT l.lot_code, p.product_code, p.name AS product_name, p.base_uom, coalesce(s.name, (
         SELECT string_agg(DISTINCT c.name, ', ') FROM v_movement_in_force m JOIN party c USING (party_id)
         WHERE m.product_id = l.product_id AND m.lot_id = l.lot_id AND m.origin = 'RECEPTION')) AS supplier, coalesce(r.first_on, l.made_on) AS first_on, l.dlc, l.status,
       l.blocked_reason, clock_timestamp() AS drawn_at, r.produced, CASE r.produced_by WHEN 'LEDGER' THEN 'ENTRY' ELSE r.produced_by END AS produced_by, r.stock, r.shipped, r.returned, r.consumed, r.sent_back, r.lost,
       r.adjusted, r.unaccounted,
       CASE WHEN r.produced > 0 THEN 1 - abs(r.unaccounted) / r.produced END AS located,
       (SELECT count(*) FROM recall_lots(:lot_id)) AS lots,
       (SELECT count(*) FROM recall_lots(:lot_id) x WHERE x.unaccounted <> 0) AS open_lots,
       (SELECT count(*) FROM recall_lots(:lot_id) x WHERE x.stock > 0) AS lying_lots,
       (SELECT count(*) FROM recall_exits(:lot_id)) AS papers,
       (SELECT count(DISTINCT customer_id) FROM recall_exits(:lot_id)) AS customers,
       (SELECT count(*) FROM recall_exits(:lot_id) WHERE customer_id IS NULL) AS nameless,
       (SELECT count(*) FROM recall_unknown(:lot_id)) AS loose
FROM recall_lots(:lot_id) r JOIN lot l USING (lot_id) JOIN product p ON p.product_id = l.product_id
LEFT JOIN party s ON s.party_id = l.supplier_id
WHERE r.depth = 0
