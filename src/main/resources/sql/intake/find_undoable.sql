-- A submission that somebody wants taken back, seen from that home. What came by the API is every hub's.
SELECT s.id, s.original_name, s.folder = 'undo' AS undo, s.preview, s.status, s.documents_kept AS kept,
       coalesce(s.node, :node) = :node OR s.channel = 'REST' AS here, s.duplicate_of
FROM submission s
WHERE s.id = :id
