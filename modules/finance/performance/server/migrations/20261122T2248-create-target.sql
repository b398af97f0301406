CREATE SCHEMA performance;

CREATE TABLE performance.target (
  centre_id integer NOT NULL,
  target_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, target_id),
  CONSTRAINT target_code_unique UNIQUE (centre_id, code)
);
