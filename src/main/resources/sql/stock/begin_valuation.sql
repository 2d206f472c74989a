-- A run that is repeated after its node died begins anew: nothing of it was committed.
INSERT INTO stock_valuation (business_date, attempt, known_at, arithmetic) VALUES (:businessDate, :attempt, clock_timestamp(), 2)
RETURNING valuation_id, known_at
