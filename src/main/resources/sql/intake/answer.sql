-- Everything that the first sheet of an acknowledgement says. first_open: refused documents of a DUPLICATE's first
-- file that no later file has brought, by their number, and row by row where they have none.
SELECT s.id, s.channel, s.folder, s.original_name, s.sha256, s.byte_size, s.feed, s.status, s.preview,
       s.reference::text AS reference, s.received_at, s.started_at,
       s.finished_at, s.acknowledgement, s.rows_read, s.rows_posted, s.rows_refused, s.documents_created,
       s.documents_revised, s.documents_unchanged, s.documents_rejected, s.total_ht, s.total_vat, s.total_ttc,
       s.detected::text AS detected, c.path,
       f.id AS first_id, f.original_name AS first_name, f.received_at AS first_received_at, f.status AS first_status,
       f.acknowledgement AS first_acknowledgement,
       CASE WHEN f.status = 'PARTIAL' THEN
         (SELECT count(DISTINCT r.document) + count(*) FILTER (WHERE r.document IS NULL)
          FROM refused_row r
          WHERE r.submission_id = f.id
            AND NOT EXISTS (SELECT 1 FROM v_posted_document p
                            WHERE p.document = r.document AND p.submission_id > r.submission_id))
       ELSE 0 END AS first_open,
       s.documents_kept, u.id AS undone_id, u.original_name AS undone_name, s.tenant
FROM submission s
LEFT JOIN content c USING (sha256)
LEFT JOIN submission f ON f.id = s.duplicate_of
LEFT JOIN submission u ON u.id = s.undoes
WHERE s.id = :id
