-- A customer that sells to us as well, a supplier that buys; locked in order, so that two files never wait crosswise.
WITH locked AS (SELECT party_id FROM party WHERE party_id = ANY (:parties) ORDER BY party_id FOR NO KEY UPDATE)
UPDATE party SET is_customer = is_customer OR NOT :supplier, is_supplier = is_supplier OR :supplier
WHERE party_id IN (SELECT party_id FROM locked)
