-- Positions, from 0, of the numbers that documents of other tenants have.
SELECT taken_numbers(:document, :numbers::text[], :met)
