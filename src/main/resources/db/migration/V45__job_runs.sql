-- Runs of jobs, as people want, see and stop them (module jobs). Spring Batch keeps its own books, by which a run that
-- failed goes on where it stopped; its metadata is forgotten sooner than these rows.
CREATE TABLE job_run (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job           text NOT NULL,
  business_date date NOT NULL,
  attempt       int NOT NULL DEFAULT 1 CHECK (attempt > 0), -- more than 1 where somebody wanted that date again
  status        text NOT NULL DEFAULT 'WANTED' CHECK (status IN ('WANTED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
  wanted_by     text NOT NULL, -- schedule, api:<client>, command
  wanted_at     timestamptz NOT NULL DEFAULT now(),
  node          text,
  lease_until   timestamptz,
  recoveries    int NOT NULL DEFAULT 0, -- how often another hub, or the same one after a crash, took it over
  stop_wanted   boolean NOT NULL DEFAULT false,
  started_at    timestamptz,
  ended_at      timestamptz,
  rows_read     bigint NOT NULL DEFAULT 0,
  rows_written  bigint NOT NULL DEFAULT 0,
  failure       text,
  -- two hubs, a retried call and a clock that goes twice want the same run
  CONSTRAINT job_run_once UNIQUE (job, business_date, attempt),
  CONSTRAINT job_run_ended CHECK ((status IN ('WANTED', 'RUNNING')) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX job_run_one_at_a_time ON job_run (job) WHERE status = 'RUNNING';
CREATE INDEX job_run_open ON job_run (id) WHERE status IN ('WANTED', 'RUNNING');
CREATE INDEX job_run_of_job ON job_run (job, id DESC);
