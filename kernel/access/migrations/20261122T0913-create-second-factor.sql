-- The generator of time-based codes (RFC 6238); the secret is encrypted, the last step used is kept so
-- that no code works twice.
CREATE TABLE kernel.totp_factor (
  centre_id integer NOT NULL,
  account_id uuid NOT NULL,
  secret text NOT NULL,
  last_step integer NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  PRIMARY KEY (centre_id, account_id),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);

CREATE TABLE kernel.recovery_code (
  centre_id integer NOT NULL,
  account_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (centre_id, account_id, code_hash),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);

CREATE TABLE kernel.passkey (
  centre_id integer NOT NULL,
  passkey_id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  is_backed_up boolean NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (centre_id, passkey_id),
  CONSTRAINT passkey_credential_unique UNIQUE (centre_id, credential_id),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);
CREATE INDEX passkey_account ON kernel.passkey (centre_id, account_id);
