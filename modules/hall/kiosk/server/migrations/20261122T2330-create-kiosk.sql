CREATE SCHEMA kiosk;

-- One visitor's time at a kiosk, from the card or code to the wipe. Who it was is the account's matter.
CREATE TABLE kiosk.visit (
  centre_id integer NOT NULL,
  visit_id uuid NOT NULL,
  device_id uuid NOT NULL,
  device_account_id uuid NOT NULL,
  account_id uuid NOT NULL,
  session_id uuid NOT NULL,
  way text NOT NULL,
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_why text,
  PRIMARY KEY (centre_id, visit_id)
);
CREATE INDEX visit_open ON kiosk.visit (centre_id, device_account_id) WHERE ended_at IS NULL;

-- A link for one phone. Only hashes of its token and of the phone's nonce are kept.
CREATE TABLE kiosk.upload_link (
  centre_id integer NOT NULL,
  link_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  token_hash text NOT NULL,
  nonce_hash text,
  match_code text NOT NULL,
  label text NOT NULL,
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  closed_at timestamptz,
  file_ids uuid[] NOT NULL,
  PRIMARY KEY (centre_id, link_id),
  UNIQUE (centre_id, token_hash),
  FOREIGN KEY (centre_id, visit_id) REFERENCES kiosk.visit (centre_id, visit_id)
);
CREATE INDEX upload_link_visit ON kiosk.upload_link (centre_id, visit_id);
