-- A submission that somebody wants taken back, seen from that home.
SELECT s.id, s.original_name, s.folder = 'undo' AS undo, s.preview, s.status, s.documents_kept AS kept,
       coalesce(s.node, :node) = :node AS here, s.duplicate_of
FROM submission s
WHERE s.id = :id
