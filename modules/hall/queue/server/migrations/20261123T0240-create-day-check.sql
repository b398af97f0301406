-- What the last recount of a day found.
CREATE TABLE queue.day_check (
  centre_id integer NOT NULL,
  day date NOT NULL,
  checked_at timestamptz NOT NULL,
  visits integer NOT NULL,
  -- Tickets that differ from their record, with in what; empty when all agree.
  differing jsonb NOT NULL,
  PRIMARY KEY (centre_id, day)
);
