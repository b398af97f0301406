-- Which account somebody has who comes from an identity service (OpenID Connect: issuer and subject).
CREATE TABLE kernel.account_identity (
  centre_id integer NOT NULL,
  issuer text NOT NULL,
  external_subject text NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, issuer, external_subject),
  FOREIGN KEY (centre_id, account_id) REFERENCES kernel.account (centre_id, account_id)
);
CREATE INDEX account_identity_account ON kernel.account_identity (centre_id, account_id);
