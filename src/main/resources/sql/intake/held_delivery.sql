-- Whether the bytes of this arrival are kept, alone or as one of several files.
SELECT EXISTS (SELECT 1 FROM submission WHERE delivery = :id AND sha256 IS NOT NULL)
    OR EXISTS (SELECT 1 FROM submission_part JOIN submission s ON s.id = submission_id
                WHERE submission_part.delivery = :id AND s.sha256 IS NOT NULL)
