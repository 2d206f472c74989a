-- Several hubs may share one database; each reads the bytes and writes the answers of its own home
-- (ops/decisions/0007-several-hubs.md). Null: from before, any hub's.

-- the lasting name of the home that received it
ALTER TABLE submission ADD COLUMN node text;
-- the hub that can do it
ALTER TABLE notice ADD COLUMN node text;

-- A name is taken in the home where its answer lies, nowhere else.
ALTER TABLE submission DROP CONSTRAINT submission_acknowledgement_once;
ALTER TABLE submission ADD CONSTRAINT submission_acknowledgement_once UNIQUE (acknowledgement, node);
