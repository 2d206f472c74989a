-- Lots of which nobody had said until when they may be used.
UPDATE lot l SET dlc = t.dlc::date FROM unnest(:lots::bigint[], :dlcs::text[]) AS t (lot_id, dlc)
WHERE l.lot_id = t.lot_id AND l.dlc IS NULL AND l.ddm IS NULL
