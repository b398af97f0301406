CREATE SCHEMA licences;

CREATE TABLE licences.licence (
  centre_id integer NOT NULL,
  licence_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, licence_id),
  CONSTRAINT licence_code_unique UNIQUE (centre_id, code)
);
