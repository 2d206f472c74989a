-- What whoever wanted a run said beside its date, as the session of a reconciliation: a run of other values is another run.
ALTER TABLE job_run ADD COLUMN asked jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(asked) = 'object');
