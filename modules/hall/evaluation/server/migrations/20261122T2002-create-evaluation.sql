CREATE SCHEMA evaluation;

CREATE TABLE evaluation.evaluation (
  centre_id integer NOT NULL,
  evaluation_id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, evaluation_id),
  CONSTRAINT evaluation_code_unique UNIQUE (centre_id, code)
);
