-- What the stand-in for the city's identity service keeps. Used in a demonstration only.
CREATE SCHEMA standin_identity;

CREATE TABLE standin_identity.record (
  centre_id integer NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  payload jsonb NOT NULL,
  uid text,
  grant_id text,
  consumed_at timestamptz,
  expires_at timestamptz,
  PRIMARY KEY (centre_id, kind, id)
);
CREATE INDEX record_uid ON standin_identity.record (centre_id, kind, uid);
CREATE INDEX record_grant ON standin_identity.record (centre_id, grant_id);
CREATE INDEX record_age ON standin_identity.record (centre_id, expires_at);

-- The keys with which it signs: the same for all processes.
CREATE TABLE standin_identity.signing_key (
  centre_id integer NOT NULL,
  name text NOT NULL,
  value jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, name)
);
