SELECT count(*) FILTER (WHERE outcome <> 'KEPT')::int AS back, count(*) FILTER (WHERE outcome = 'KEPT')::int AS kept
FROM undo_entry WHERE undo_id = :undo
