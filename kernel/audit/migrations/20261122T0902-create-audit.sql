-- One row per act that matters and per look at a protected record, written with the act itself.
-- `body` is text because its bytes are hashed.
CREATE TABLE kernel.audit_entry (
  centre_id integer NOT NULL,
  entry_id uuid NOT NULL,
  chain smallint NOT NULL,
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  act text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  request_id text,
  address text,
  body text NOT NULL,
  PRIMARY KEY (centre_id, entry_id)
);
CREATE INDEX audit_entry_order ON kernel.audit_entry (centre_id, chain, written_by, entry_id);
CREATE INDEX audit_entry_subject ON kernel.audit_entry (centre_id, subject_kind, subject_id, entry_id);
CREATE INDEX audit_entry_actor ON kernel.audit_entry (centre_id, actor_id, entry_id);

-- The chain: each link hashes the one before it and the entry's content (SM3).
CREATE TABLE kernel.audit_link (
  centre_id integer NOT NULL,
  chain smallint NOT NULL,
  seq bigint NOT NULL,
  entry_id uuid NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (centre_id, chain, seq),
  UNIQUE (centre_id, entry_id)
);

CREATE TABLE kernel.audit_head (
  centre_id integer NOT NULL,
  chain smallint NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  sealed_through xid8 NOT NULL,
  PRIMARY KEY (centre_id, chain)
);
