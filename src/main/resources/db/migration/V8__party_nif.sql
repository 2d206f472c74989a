-- A NIF is one company's, so one party has it. Where tables hold it twice already, and where somebody means it (two
-- accounts of one company), the later records say so: documents that give no more than that NIF are then refused.
ALTER TABLE party ADD COLUMN nif_shared boolean NOT NULL DEFAULT false;

UPDATE party p SET nif_shared = true
WHERE NOT p.is_own
  AND EXISTS (SELECT 1 FROM party o WHERE o.nif = p.nif AND o.party_id < p.party_id AND NOT o.is_own);

CREATE UNIQUE INDEX party_nif_once ON party (nif) WHERE nif IS NOT NULL AND NOT nif_shared AND NOT is_own;
