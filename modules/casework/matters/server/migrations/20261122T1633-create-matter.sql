CREATE SCHEMA matters;

CREATE TABLE matters.matter (
  centre_id integer NOT NULL,
  matter_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, matter_id),
  CONSTRAINT matter_code_unique UNIQUE (centre_id, code)
);
