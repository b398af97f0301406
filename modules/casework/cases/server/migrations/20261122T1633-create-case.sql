CREATE SCHEMA cases;

CREATE TABLE cases.case (
  centre_id integer NOT NULL,
  case_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, case_id),
  CONSTRAINT case_code_unique UNIQUE (centre_id, code)
);
