-- Ours now, again, or still somebody else's: then there is no row.
INSERT INTO door_lease (place, node, until) VALUES (:place, :node, now() + make_interval(secs => :seconds))
ON CONFLICT (place) DO UPDATE SET node = excluded.node, until = excluded.until
WHERE door_lease.node = excluded.node OR door_lease.until < now()
RETURNING true
