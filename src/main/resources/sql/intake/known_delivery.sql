-- Whether this arrival is a submission already, alone or as one of its files.
SELECT EXISTS (SELECT 1 FROM submission WHERE delivery = :id)
    OR EXISTS (SELECT 1 FROM submission_part WHERE delivery = :id)
