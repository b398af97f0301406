-- Work to be done later. A row is taken by deleting it in the transaction of its effect, or, for work
-- outside the database, by moving `run_at` to the end of a lease: a crash needs no repair, the row is
-- simply there again.
CREATE TABLE kernel.job (
  centre_id integer NOT NULL,
  job_id uuid NOT NULL,
  name text NOT NULL,
  is_outside boolean NOT NULL,
  payload jsonb NOT NULL,
  key text,
  due_at timestamptz NOT NULL,
  run_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- The process that runs it, until run_at; null while it waits.
  leased_by text,
  error text,
  PRIMARY KEY (centre_id, job_id)
);
CREATE INDEX job_due ON kernel.job (centre_id, is_outside, run_at, job_id);
CREATE INDEX job_key ON kernel.job (centre_id, name, key) WHERE key IS NOT NULL;

-- What failed for good, until somebody tries it again or puts it away.
CREATE TABLE kernel.dead_job (
  centre_id integer NOT NULL,
  job_id uuid NOT NULL,
  name text NOT NULL,
  is_outside boolean NOT NULL,
  payload jsonb NOT NULL,
  key text,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL,
  error text NOT NULL,
  died_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, job_id)
);
CREATE INDEX dead_job_order ON kernel.dead_job (centre_id, died_at, job_id);

-- When each scheduled job is due next. Whoever moves next_due_at enqueues the run, in one transaction.
CREATE TABLE kernel.job_schedule (
  centre_id integer NOT NULL,
  name text NOT NULL,
  spec text NOT NULL,
  next_due_at timestamptz NOT NULL,
  last_due_at timestamptz,
  PRIMARY KEY (centre_id, name)
);
CREATE INDEX job_schedule_due ON kernel.job_schedule (centre_id, next_due_at);
