-- Somebody's open sign-in. Only the hash of the token is kept; a session that is ended is removed, and
-- the audit log says by whom.
CREATE TABLE kernel.session (
  centre_id integer NOT NULL,
  session_id uuid NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('change-password', 'second-factor', 'enrol-factor', 'complete')),
  method text NOT NULL,
  idle_seconds integer NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  proven_at timestamptz NOT NULL,
  address text NOT NULL,
  user_agent text NOT NULL,
  identity_hint text,
  PRIMARY KEY (centre_id, session_id),
  UNIQUE (centre_id, token_hash),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);
CREATE INDEX session_account ON kernel.session (centre_id, account_id);

-- What must be remembered between two requests of one sign-in: a passkey challenge, or a journey to the
-- identity service. Used once, by whichever process gets the second request.
CREATE TABLE kernel.sign_in_flow (
  centre_id integer NOT NULL,
  flow_hash text NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  content text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, flow_hash)
);
CREATE INDEX sign_in_flow_age ON kernel.sign_in_flow (centre_id, expires_at);
