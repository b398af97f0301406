-- The answer once given to a key, kept in the transaction of the act, so that a repeat gets the same one.
CREATE TABLE kernel.idempotency (
  centre_id integer NOT NULL,
  actor_id text NOT NULL,
  key text NOT NULL,
  route text NOT NULL,
  body_hash text NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (centre_id, actor_id, key)
);
CREATE INDEX idempotency_age ON kernel.idempotency (centre_id, created_at);
