-- Everything that happened, written in the transaction that made it happen. The transaction number
-- orders readers: a reader never passes a number that is still being written.
CREATE TABLE kernel.outbox (
  centre_id integer NOT NULL,
  event_id uuid NOT NULL,
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  name text NOT NULL,
  version smallint NOT NULL,
  aggregate_kind text NOT NULL,
  aggregate_id text NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  at timestamptz NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (centre_id, event_id)
);
CREATE INDEX outbox_order ON kernel.outbox (centre_id, written_by, event_id);
CREATE INDEX outbox_aggregate ON kernel.outbox (centre_id, aggregate_kind, aggregate_id, event_id);
