CREATE SCHEMA performance;

-- 绩效目标 of a project in a year.
CREATE TABLE performance.target (
  centre_id integer NOT NULL,
  target_id uuid NOT NULL,
  year integer NOT NULL,
  project_code text NOT NULL,
  project_name text NOT NULL,
  annual_goal text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'declared', 'approved')),
  is_proposal boolean NOT NULL,
  returned_for text,
  declared_by text,
  declared_by_name text,
  approved_on date,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, target_id),
  CONSTRAINT target_project_unique UNIQUE (centre_id, year, project_code)
);

CREATE TABLE performance.indicator (
  centre_id integer NOT NULL,
  target_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  sort_order integer NOT NULL,
  level1 text NOT NULL,
  level2 text NOT NULL,
  level3 text NOT NULL,
  sign text NOT NULL,
  target text NOT NULL,
  unit text NOT NULL,
  weight text NOT NULL,
  measure text NOT NULL,
  basis text NOT NULL,
  PRIMARY KEY (centre_id, target_id, indicator_id),
  FOREIGN KEY (centre_id, target_id) REFERENCES performance.target (centre_id, target_id)
);

-- A value of a manual indicator as it was recorded: a later one stands beside it, none is changed.
CREATE TABLE performance.recorded_value (
  centre_id integer NOT NULL,
  value_id uuid NOT NULL,
  target_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  value text NOT NULL,
  as_of date NOT NULL,
  evidence text NOT NULL,
  file_id uuid,
  file_name text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, value_id),
  FOREIGN KEY (centre_id, target_id) REFERENCES performance.target (centre_id, target_id)
);

CREATE INDEX recorded_value_by_target ON performance.recorded_value (centre_id, target_id, as_of);

-- Monitoring and self-evaluation: what was read on a day is kept as it was read.
CREATE TABLE performance.review (
  centre_id integer NOT NULL,
  review_id uuid NOT NULL,
  target_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('monitoring', 'evaluation')),
  as_of date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted')),
  limit_fen bigint NOT NULL,
  paid_fen bigint NOT NULL,
  rows jsonb NOT NULL,
  conclusion text NOT NULL,
  by_name text NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (centre_id, review_id),
  FOREIGN KEY (centre_id, target_id) REFERENCES performance.target (centre_id, target_id)
);

CREATE INDEX review_by_target ON performance.review (centre_id, target_id, as_of);
