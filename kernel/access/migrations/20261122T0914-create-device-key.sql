-- A code that turns one device into its account, once, within minutes.
CREATE TABLE kernel.device_enrolment (
  centre_id integer NOT NULL,
  code_hash text NOT NULL,
  account_id uuid NOT NULL,
  opened_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  nonce_hash text,
  key_id uuid,
  PRIMARY KEY (centre_id, code_hash),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);
CREATE INDEX device_enrolment_account ON kernel.device_enrolment (centre_id, account_id);

CREATE TABLE kernel.device_key (
  centre_id integer NOT NULL,
  key_id uuid NOT NULL,
  key_hash text NOT NULL,
  account_id uuid NOT NULL,
  public_info jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (centre_id, key_id),
  UNIQUE (centre_id, key_hash),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);
CREATE INDEX device_key_account ON kernel.device_key (centre_id, account_id);
