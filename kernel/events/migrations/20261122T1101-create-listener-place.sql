-- How far each listener has come in the log of each centre: everything up to here was handled or parked.
CREATE TABLE kernel.listener_place (
  centre_id integer NOT NULL,
  listener text NOT NULL,
  written_by xid8 NOT NULL,
  event_id uuid NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, listener)
);

-- Events set aside for one listener. The first of a subject is being retried or is a dead letter; later
-- events of the same subject wait behind it, so that a listener never hears of a subject out of order.
CREATE TABLE kernel.parked_event (
  centre_id integer NOT NULL,
  listener text NOT NULL,
  event_id uuid NOT NULL,
  written_by xid8 NOT NULL,
  name text NOT NULL,
  aggregate_kind text NOT NULL,
  aggregate_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('retrying', 'dead', 'waiting')),
  attempts integer NOT NULL,
  next_at timestamptz NOT NULL,
  error text,
  parked_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, listener, event_id)
);
CREATE INDEX parked_event_subject
  ON kernel.parked_event (centre_id, listener, aggregate_kind, aggregate_id, written_by, event_id);
CREATE INDEX parked_event_due ON kernel.parked_event (centre_id, listener, next_at) WHERE state = 'retrying';
